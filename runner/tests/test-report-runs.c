/* SPDX-License-Identifier: MIT */
/* Several runs in one report. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/ladder.h"
#include "../heapkit/report.h"
#include "make-results.h"
#include "scratch.h"
#include "well-formed.h"

static struct results runs[2];

static void rename_run(struct results *results, const char *version)
{
	make_text(json_object_get(results->header, "implementation"), "version", version);
}

static void begin(void)
{
	scratch_begin();
	make_mixture(&runs[0]);
	make_results(&runs[1]);
	rename_run(&runs[1], "wine-10.0");
}

static void end(void)
{
	results_free(&runs[0]);
	results_free(&runs[1]);
	scratch_end();
}

static char *report_of(void (*print)(FILE *, const struct results *, size_t), size_t count)
{
	const char *path = scratch_path("several");
	FILE *file = fopen(path, "wb");

	ck_assert_ptr_nonnull(file);
	print(file, runs, count);
	ck_assert_int_eq(fclose(file), 0);
	return make_contents(path);
}

static unsigned count_of(const char *text, const char *part)
{
	unsigned count = 0;

	while ((text = strstr(text, part))) {
		count++;
		text += strlen(part);
	}
	return count;
}

static void assert_part(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) != NULL, "there is no '%s' in '%s'", part, text);
}

/* One plan, as many points, each with the name of its run. */
START_TEST(tap)
{
	char *report;

	json_object_set_new(runs[0].footer, "interrupted", json_true());
	report = report_of(report_tap_all, 2);
	ck_assert_uint_eq(count_of(report, "TAP version 14\n"), 1);
	assert_part(report, "\n1..13\n");
	ck_assert_uint_eq(count_of(report, "\nok ") + count_of(report, "\nnot ok "), 13);
	assert_part(report, "\nnot ok 1 - wine-8.0 (Debian): list/bad a-bare: a title\n");
	assert_part(report, "\nok 11 - wine-10.0: area/one a-bare: a title\n");
	/* nothing is read behind it */
	assert_part(report, "\nBail out! The run of wine-8.0 (Debian) was interrupted.\n");
	ck_assert_str_eq(strrchr(strstr(report, "Bail out!"), '\n'), "\n");
	free(report);
}
END_TEST

START_TEST(junit)
{
	char *report = report_of(report_junit_all, 2);

	ck_assert_msg(xml_problem(report) == NULL, "%s", xml_problem(report));
	assert_part(report, "<testsuites name=\"2 runs\" tests=\"14\" failures=\"4\" ");
	ck_assert_uint_eq(count_of(report, "<testcase "), 14);
	assert_part(report, "<testsuite name=\"wine-8.0 (Debian) a-bare\" ");
	assert_part(report, "<testsuite name=\"heapkit wine-8.0 (Debian)\" ");
	assert_part(report, "<testsuite name=\"wine-10.0 b-bare\" ");
	assert_part(report, "<testcase classname=\"wine-10.0 a-bare.area\" name=\"one\"");
	free(report);
}
END_TEST

START_TEST(markdown)
{
	char *report = report_of(report_markdown_all, 2);

	assert_part(report, "## 2 runs side by side\n");
	assert_part(report, "| area | wine-8.0 (Debian) a-bare | wine-8.0 (Debian) b-bare | "
			    "wine-10.0 a-bare | wine-10.0 b-bare |\n");
	assert_part(report, "\n| area |  |  | 1/1 -1 | 0/1 \\~1 |\n");
	assert_part(report, "\n| list/fixed P-01<br>[a reason](<https://bug.test/1>) | ! fixed |  "
			    "|  |  |\n");
	assert_part(report, "\n| list/bad P-01<br>one is missing | ! fail | ! fail |  |  |\n");
	assert_part(report, "\n| area/one P-01<br>[a reason](<https://bug.test/1>) |  |  | pass | "
			    "\\~ fail |\n");
	ck_assert_ptr_null(strstr(report, "walk/good"));
	free(report);
}
END_TEST

/* A summary of a step holds 1 MiB: what has no room is counted. */
START_TEST(markdown_says_what_it_left_out)
{
	char *message = xcalloc(1, 901), *report;

	memset(message, 'x', 900);
	for (int i = 0; i < 1500; i++) {
		char *id = xformat("many/case-%04d", i);

		make_ending(make_add(&runs[1], make_case(id, "a-bare")), "fail", "pass", message);
		free(id);
	}
	report = report_of(report_markdown_all, 2);
	ck_assert_uint_lt(strlen(report), 1 << 20);
	assert_part(report, " rows are left out here: the file of results holds them.\n");
	free(report);
	free(message);
}
END_TEST

START_TEST(json)
{
	char *report;
	json_t *whole, *run, *imports = json_pack("[s, s]", "ExitProcess", "GetProcessHeap");

	json_object_set_new(json_array_get(runs[1].cases, 0), "imports", imports);
	json_decref(runs[0].footer);
	runs
		[0].footer = NULL;
	report = report_of(report_json, 2);
	whole = json_loads(report, 0, NULL);
	ck_assert_ptr_nonnull(whole);
	ck_assert_uint_eq(json_array_size(json_object_get(whole, "runs")), 2);
	run = json_array_get(json_object_get(whole, "runs"), 0);
	ck_assert_str_eq(result_text(run, "name"), "wine-8.0 (Debian)");
	ck_assert(json_is_null(json_object_get(run, "footer")));
	ck_assert(json_is_false(json_object_get(run, "as_expected")));
	ck_assert(json_is_null(json_object_get(run, "ladder")));
	run = json_array_get(json_object_get(whole, "runs"), 1);
	ck_assert(json_is_true(json_object_get(run, "as_expected")));
	ck_assert(json_equal(json_object_get(run, "cases"), runs[1].cases));
	ck_assert_int_eq(
	    json_integer_value(json_object_get(json_object_get(run, "ladder"), "rung")), 3);
	json_decref(whole);
	free(report);
}
END_TEST

Suite *report_runs_suite(void)
{
	Suite *suite = suite_create("report-runs");
	TCase *tcase = tcase_create("report-runs");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, tap);
	tcase_add_test(tcase, junit);
	tcase_add_test(tcase, markdown);
	tcase_add_test(tcase, markdown_says_what_it_left_out);
	tcase_add_test(tcase, json);
	suite_add_tcase(suite, tcase);
	return suite;
}
