/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include "../heapkit/report.h"
#include "make-results.h"
#include "scratch.h"

static const char tap[] =
    "TAP version 14\n"
    "1..10\n"
    "# wine-8.0 (Debian), judged by heapkit 0.1.0, suite 0123456789abcdef\n"
    "# a full prefix\n"
    "# c-bare: cannot run: Bad EXE format\n"
    "not ok 1 - list/bad a-bare: a title\n"
    "  ---\n"
    "  outcome: \"fail\"\n"
    "  message: \"one is missing\"\n"
    "  got: \"2\"\n"
    "  want: \"3\\nor 4\"\n"
    "  at: \"cases/list/bad.c:14\"\n"
    "  clauses:\n"
    "    - \"P-01 MUST: statement of P-01\"\n"
    "  repeat: \"heapkit run --case list/bad\"\n"
    "  ...\n"
    "not ok 2 - list/bad b-bare: a title\n"
    "  ---\n"
    "  outcome: \"fail\"\n"
    "  message: \"one is missing\"\n"
    "  got: \"2\"\n"
    "  want: \"3\\nor 4\"\n"
    "  at: \"cases/list/bad.c:14\"\n"
    "  clauses:\n"
    "    - \"P-01 MUST: statement of P-01\"\n"
    "  repeat: \"heapkit run --case list/bad\"\n"
    "  ...\n"
    "not ok 3 - list/fixed a-bare: a title\n"
    "  ---\n"
    "  outcome: \"pass\"\n"
    "  known: \"fixed: take it out of w.yaml:3\"\n"
    "  clauses:\n"
    "    - \"P-01 MUST: statement of P-01\"\n"
    "  repeat: \"heapkit run --case list/fixed\"\n"
    "  ...\n"
    "ok 4 - list/flaky b-bare: a title\n"
    "ok 5 - list/skipped a-bare: a title # SKIP no NT heap\n"
    "ok 6 - walk/good a-bare: a title\n"
    "ok 7 - walk/good b-bare: a title\n"
    "not ok 8 - walk/known a-bare: a title # TODO a reason\n"
    "  ---\n"
    "  outcome: \"fail\"\n"
    "  message: \"stored none\"\n"
    "  clauses:\n"
    "    - \"P-01 MUST: statement of P-01\"\n"
    "  repeat: \"heapkit run --case walk/known\"\n"
    "  ...\n"
    "not ok 9 - walk/known b-bare: a title # TODO a reason\n"
    "  ---\n"
    "  outcome: \"fail\"\n"
    "  message: \"stored none\"\n"
    "  clauses:\n"
    "    - \"P-01 MUST: statement of P-01\"\n"
    "  repeat: \"heapkit run --case walk/known\"\n"
    "  ...\n"
    "not ok 10 - w.yaml:9: no case matches x/* for target *: correct the entry or take it out\n"
    "# UNEXPECTED: 2 fail, 1 fixed, 1 expectation matches nothing; 3 pass, 2 known deviations, "
    "1 skipped in 1.5 s\n";

START_TEST(tap_is_as_shown)
{
	struct results results;

	make_mixture(&results);
	assert_report(&results, report_tap, tap);
	results_free(&results);
}
END_TEST

#define PROPERTIES                                                                                 \
	"    <properties>\n"                                                                       \
	"      <property name=\"implementation\" value=\"wine\"/>\n"                               \
	"      <property name=\"version\" value=\"wine-8.0 (Debian)\"/>\n"                         \
	"      <property name=\"kit\" value=\"heapkit 0.1.0, suite 0123456789abcdef\"/>\n"         \
	"    </properties>\n"
#define BAD                                                                                        \
	"      <failure type=\"fail\" message=\"one is missing\">a title\n"                        \
	"clause: P-01 MUST: statement of P-01\n"                                                   \
	"got: 2\n"                                                                                 \
	"want: 3\n"                                                                                \
	"or 4\n"                                                                                   \
	"at: cases/list/bad.c:14\n"                                                                \
	"repeat: heapkit run --case list/bad\n"                                                    \
	"</failure>\n"
#define KNOWN                                                                                      \
	"      <skipped type=\"fail\" message=\"known deviation: a reason; stored none\">a "       \
	"title\n"                                                                                  \
	"clause: P-01 MUST: statement of P-01\n"                                                   \
	"repeat: heapkit run --case walk/known\n"                                                  \
	"</skipped>\n"

static const char junit[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<testsuites name=\"wine-8.0 (Debian)\" tests=\"11\" failures=\"4\" errors=\"0\" "
    "time=\"2.250\">\n"
    "  <testsuite name=\"a-bare\" tests=\"5\" failures=\"2\" errors=\"0\" skipped=\"2\" "
    "time=\"1.250\" timestamp=\"2026-11-22T15:00:00Z\">\n" PROPERTIES
    "    <testcase classname=\"a-bare.list\" name=\"bad\" time=\"0.250\">\n" BAD "    </testcase>\n"
    "    <testcase classname=\"a-bare.list\" name=\"fixed\" time=\"0.250\">\n"
    "      <failure type=\"pass\" message=\"fixed: take it out of w.yaml:3\">a title\n"
    "clause: P-01 MUST: statement of P-01\n"
    "repeat: heapkit run --case list/fixed\n"
    "</failure>\n"
    "    </testcase>\n"
    "    <testcase classname=\"a-bare.list\" name=\"skipped\" time=\"0.250\">\n"
    "      <skipped type=\"skip\" message=\"no NT heap\">a title\n"
    "clause: P-01 MUST: statement of P-01\n"
    "repeat: heapkit run --case list/skipped\n"
    "</skipped>\n"
    "    </testcase>\n"
    "    <testcase classname=\"a-bare.walk\" name=\"good\" time=\"0.250\"/>\n"
    "    <testcase classname=\"a-bare.walk\" name=\"known\" time=\"0.250\">\n" KNOWN
    "    </testcase>\n"
    "  </testsuite>\n"
    "  <testsuite name=\"b-bare\" tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"1\" "
    "time=\"1.000\" timestamp=\"2026-11-22T15:00:00Z\">\n" PROPERTIES
    "    <testcase classname=\"b-bare.list\" name=\"bad\" time=\"0.250\">\n" BAD "    </testcase>\n"
    "    <testcase classname=\"b-bare.list\" name=\"flaky\" time=\"0.250\"/>\n"
    "    <testcase classname=\"b-bare.walk\" name=\"good\" time=\"0.250\"/>\n"
    "    <testcase classname=\"b-bare.walk\" name=\"known\" time=\"0.250\">\n" KNOWN
    "    </testcase>\n"
    "  </testsuite>\n"
    "  <testsuite name=\"heapkit\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\" "
    "time=\"0.000\">\n"
    "    <testcase classname=\"heapkit\" name=\"w.yaml:9\" time=\"0.000\">\n"
    "      <failure type=\"heapkit\" message=\"w.yaml:9: no case matches x/* for target *: "
    "correct the entry or take it out\"/>\n"
    "    </testcase>\n"
    "    <testcase classname=\"heapkit\" name=\"c-bare\" time=\"0.000\">\n"
    "      <skipped type=\"heapkit\" message=\"cannot run: Bad EXE format\"/>\n"
    "    </testcase>\n"
    "  </testsuite>\n"
    "</testsuites>\n";

START_TEST(junit_is_as_shown)
{
	struct results results;

	make_mixture(&results);
	assert_report(&results, report_junit, junit);
	results_free(&results);
}
END_TEST

static const char markdown[] =
    "## wine-8.0 (Debian)\n"
    "\n"
    "<strong>UNEXPECTED: 2 fail, 1 fixed, 1 expectation matches nothing; 3 pass, 2 known "
    "deviations, 1 skipped in 1.5 s</strong>\n"
    "\n"
    "Judged by heapkit 0.1.0, suite 0123456789abcdef, started 2026-11-22T15:00:00Z\n"
    "on system: Linux, cpus: 2, no address randomisation\n"
    "\n"
    "- note: a full prefix\n"
    "\n"
    "| area | a-bare | b-bare |\n"
    "| --- | --- | --- |\n"
    "| list | 1/2 !2 -1 | 1/2 !1 |\n"
    "| walk | 1/2 \\~1 | 1/2 \\~1 |\n"
    "\n"
    "In a cell: passed/ran  \\~ known deviations  ! unexpected  - skipped\n"
    "\n"
    "Platform requirements met: <strong>0 of 1 MUST</strong>\n"
    "\n"
    "### Unexpected\n"
    "\n"
    "| outcome | case | targets | clause | details |\n"
    "| --- | --- | --- | --- | --- |\n"
    "| fail | list/bad P-01 | all 2 targets | [P-01 MUST: statement of "
    "P-01](<https://page.test/P-01>) | title: a title<br>message: one is missing<br>got: "
    "2<br>want: 3<br>or 4<br>at: cases/list/bad.c:14<br>repeat: <code>heapkit run --case "
    "list/bad</code> |\n"
    "| fixed | list/fixed P-01 | a-bare | [P-01 MUST: statement of "
    "P-01](<https://page.test/P-01>) | title: a title<br>known: fixed: take it out of "
    "w\\.yaml:3<br>repeat: <code>heapkit run --case list/fixed</code> |\n"
    "\n"
    "| expectations that match nothing |\n"
    "| --- |\n"
    "| w\\.yaml:9: no case matches x/\\* for target \\*: correct the entry or take it out |\n"
    "\n"
    "| expectations that are overdue |\n"
    "| --- |\n"
    "| w\\.yaml:3: walk/known was expected to be right by 2026-01-01: look again and set a new "
    "date "
    "|\n"
    "\n"
    "### Known deviations\n"
    "\n"
    "| reason | case | targets | until |\n"
    "| --- | --- | --- | --- |\n"
    "| [a reason](<https://bug.test/1>) | walk/known P-01 | all 2 targets |  |\n"
    "\n"
    "- target c-bare: cannot run: Bad EXE format\n"
    "\n"
    "| flaky | targets | outcome | attempts |\n"
    "| --- | --- | --- | --- |\n"
    "| list/flaky | b-bare | pass | 2 |\n"
    "\n"
    "| skipped because | case | targets |\n"
    "| --- | --- | --- |\n"
    "| no NT heap | list/skipped P-01 | a-bare |\n"
    "\n"
    "<details><summary>Observed, never judged</summary>\n"
    "\n"
    "| case | targets | observed |\n"
    "| --- | --- | --- |\n"
    "| list/flaky | b-bare | order: newest first |\n"
    "\n"
    "</details>\n";

START_TEST(markdown_is_as_shown)
{
	struct results results;

	make_mixture(&results);
	assert_report(&results, report_markdown, markdown);
	results_free(&results);
}
END_TEST

Suite *report_formats_suite(void)
{
	Suite *suite = suite_create("report-formats");
	TCase *tcase = tcase_create("report-formats");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_test(tcase, tap_is_as_shown);
	tcase_add_test(tcase, junit_is_as_shown);
	tcase_add_test(tcase, markdown_is_as_shown);
	suite_add_tcase(suite, tcase);
	return suite;
}
