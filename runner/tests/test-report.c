/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/report.h"
#include "make-results.h"
#include "scratch.h"

static void print_plain(FILE *stream, const struct results *results)
{
	report_terminal(stream, results, false);
}

static void print_coloured(FILE *stream, const struct results *results)
{
	report_terminal(stream, results, true);
}

static const char terminal[] =
    "wine-8.0 (Debian), judged by heapkit 0.1.0, suite 0123456789abcdef\n"
    "host  system: Linux, cpus: 2, no address randomisation\n"
    "note  a full prefix\n"
    "\n"
    "      a-bare     b-bare\n"
    "list  1/2 !2 -1  1/2 !1\n"
    "walk  1/2 ~1     1/2 ~1\n"
    "passed/ran  ~ known deviations  ! unexpected  - skipped\n"
    "\n"
    "platform requirements met: 0 of 1 MUST\n"
    "\n"
    "known deviations\n"
    "  walk/known  P-01  all 2 targets\n"
    "    a reason\n"
    "    https://bug.test/1\n"
    "\n"
    "flaky: tried more than once\n"
    "  list/flaky  pass at attempt 2  b-bare\n"
    "\n"
    "targets with limits\n"
    "  c-bare: cannot run: Bad EXE format\n"
    "\n"
    "skipped\n"
    "  1: no NT heap\n"
    "    list/skipped  P-01  a-bare\n"
    "\n"
    "w.yaml:3: walk/known was expected to be right by 2026-01-01: look again and set a new date\n"
    "\n"
    "FAIL  list/bad  all 2 targets\n"
    "  title    a title\n"
    "  clause   P-01 MUST: statement of P-01\n"
    "           https://page.test/P-01\n"
    "  message  one is missing\n"
    "  got      2\n"
    "  want     3\n"
    "           or 4\n"
    "  at       cases/list/bad.c:14\n"
    "  repeat   heapkit run --case list/bad\n"
    "\n"
    "FIXED  list/fixed  a-bare\n"
    "  title    a title\n"
    "  clause   P-01 MUST: statement of P-01\n"
    "           https://page.test/P-01\n"
    "           fixed: take it out of w.yaml:3\n"
    "  repeat   heapkit run --case list/fixed\n"
    "\n"
    "w.yaml:9: no case matches x/* for target *: correct the entry or take it out\n"
    "\n"
    "UNEXPECTED: 2 fail, 1 fixed, 1 expectation matches nothing; 3 pass, 2 known deviations, "
    "1 skipped in 1.5 s\n";

START_TEST(terminal_is_as_shown)
{
	struct results results;

	make_mixture(&results);
	assert_report(&results, print_plain, terminal);
	results_free(&results);
}
END_TEST

/* Lanes finish in another order each time; a report is the same. */
START_TEST(order_of_the_run_does_not_matter)
{
	struct results results;
	json_t *reversed = json_array();

	make_mixture(&results);
	for (size_t i = json_array_size(results.cases); i-- > 0;)
		json_array_append(reversed, json_array_get(results.cases, i));
	json_decref(results.cases);
	results.cases = reversed;
	assert_report(&results, print_plain, terminal);
	results_free(&results);
}
END_TEST

/* Colour adds sequences and changes nothing else. */
START_TEST(colour_only_when_asked)
{
	struct results results;
	char *coloured, *out;

	make_mixture(&results);
	coloured = make_report(&results, print_coloured);
	ck_assert_ptr_nonnull(strstr(coloured, "\033[31;1mUNEXPECTED: "));
	out = coloured;
	for (const char *in = coloured; *in;) {
		if (strncmp(in, "\033[", 2) == 0)
			in += strcspn(in, "m") + 1;
		else
			*out++ = *in++;
	}
	*out = '\0';
	assert_text(coloured, terminal);
	free(coloured);
	results_free(&results);
}
END_TEST

static void assert_shown(const struct results *results, const char *part)
{
	char *got = make_report(results, print_plain);

	ck_assert_msg(strstr(got, part) != NULL, "'%s' is not in:\n%s", part, got);
	free(got);
}

/* Without an assertion that speaks, the end of the output has to. */
START_TEST(terminal_shows_the_end_of_the_output)
{
	struct results results;
	json_t *result;

	results_begin(&results, make_header());
	result = make_add(&results, make_case("a/a", "t"));
	make_ending(result, "crash", "pass", "ended with 0xC0000005");
	make_text(result, "output", "1\n2\n3\r\n4\n5\n6\n7\r\n\n");
	assert_shown(&results, "  message  ended with 0xC0000005\n"
			       "  output   3\n"
			       "           4\n"
			       "           5\n"
			       "           6\n"
			       "           7\n"
			       "  repeat   ");
	make_text(result, "output", "1");
	assert_shown(&results, "\n  output   1\n");
	results_free(&results);
}
END_TEST

/* A value may depend on the target: one is shown and no other is claimed. */
START_TEST(terminal_says_where_a_value_is_from)
{
	struct results results;
	json_t *result;

	results_begin(&results, make_header());
	for (int i = 0; i < 2; i++) {
		result = make_add(&results, make_case("a/a", i ? "u" : "t"));
		make_ending(result, "fail", "crash", "x");
		make_text(result, "got", i ? "0x2" : "0x1");
	}
	assert_shown(&results, "\n  known    expected crash (w.yaml:3)\n"
			       "  message  x\n"
			       "  got      0x1  (in t; elsewhere another)\n");
	results_free(&results);
}
END_TEST

START_TEST(terminal_lists_some_of_many_cases)
{
	struct results results;

	results_begin(&results, make_header());
	for (int i = 0; i < 12; i++) {
		char *id = xformat("a/%02d", i);

		make_ending(make_add(&results, make_case(id, "t")), "unimplemented", "pass",
			    "HeapWalk");
		free(id);
	}
	assert_shown(&results, "\nUNIMPLEMENTED  12 cases  t\n    a/00  P-01  t\n");
	assert_shown(&results, "\n    a/07  P-01  t\n    and 4 more cases\n"
			       "  message  HeapWalk\n  repeat   heapkit run --case a/00\n");
	results_free(&results);
}
END_TEST

Suite *report_suite(void)
{
	Suite *suite = suite_create("report");
	TCase *tcase = tcase_create("report");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_test(tcase, terminal_is_as_shown);
	tcase_add_test(tcase, order_of_the_run_does_not_matter);
	tcase_add_test(tcase, colour_only_when_asked);
	tcase_add_test(tcase, terminal_shows_the_end_of_the_output);
	tcase_add_test(tcase, terminal_says_where_a_value_is_from);
	tcase_add_test(tcase, terminal_lists_some_of_many_cases);
	suite_add_tcase(suite, tcase);
	return suite;
}
