/* SPDX-License-Identifier: MIT */
/* Implementations that answer the canaries properly and then misbehave in one case. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fake-table.h"
#include "run-heapkit.h"

/* Nothing in the table depends on how fast the machine is, except what has to run out of time. */
#define ENOUGH "20"
#define SHORT "0.5"

/* What the table of the fake says, one behaviour at a time. */
START_TEST(outcome)
{
	const struct fake_row *row = &fake_rows[_i];
	const bool hangs = strcmp(row->outcome, "timeout") == 0;
	const bool good = strcmp(row->outcome, "pass") == 0 || strcmp(row->outcome, "skip") == 0;
	const json_t *result, *other;
	const int status =
	    HEAPKIT_FAKE(row->behaviour, "--timeout", hangs ? SHORT : ENOUGH, "--all");

	result = find_result("area/first");
	ck_assert_msg(strcmp(result_text(result, "outcome"), row->outcome) == 0, "%s: %s (%s)",
		      row->behaviour, result_text(result, "outcome"),
		      result_text(result, "message"));
	if (row->message)
		assert_contains(result_text(result, "message"), row->message);
	else
		ck_assert_str_eq(result_text(result, "message"), "");
	ck_assert_int_eq(json_integer_value(json_object_get(result, "attempts")), row->attempts);
	other = find_result("area/third");
	ck_assert_msg(strcmp(result_text(other, "outcome"), "pass") == 0,
		      "the case behind it: %s (%s)", result_text(other, "outcome"),
		      result_text(other, "message"));
	ck_assert_int_eq(status, good ? 0 : 1);
	ck_assert_str_eq(heapkit_errors, "");
}
END_TEST

START_TEST(fields_of_a_failure)
{
	const json_t *result;

	HEAPKIT_FAKE("fails", "--timeout", ENOUGH);
	result = find_result("area/first");
	ck_assert_str_eq(result_text(result, "got"), "2");
	ck_assert_str_eq(result_text(result, "want"), "3 \"heaps\"");
	ck_assert_str_eq(result_text(result, "at"), "cases/area/first.c:7");
	assert_contains(result_text(result, "command"), "--case area/first --target x86_64-bare");
	assert_contains(result_text(result, "output"), "not ok 1 - the first title\n");
	ck_assert_int_eq(json_integer_value(json_object_get(result, "status")), 1);
	assert_contains(heapkit_out, "UNEXPECTED");
	assert_contains(heapkit_out, "cases/area/first.c:7");
}
END_TEST

START_TEST(observations_are_kept)
{
	const json_t *observations;

	HEAPKIT_FAKE("observes", "--timeout", ENOUGH);
	observations = json_object_get(find_result("area/first"), "observations");
	ck_assert_str_eq(result_text(observations, "heaps"), "3");
}
END_TEST

/* What no text may hold is visible in the results, and the line before it is, too. */
START_TEST(any_bytes_are_kept_readable)
{
	const char *output;

	HEAPKIT_FAKE("bytes", "--timeout", ENOUGH);
	output = result_text(find_result("area/first"), "output");
	assert_contains(output, "\xE2\x90\x80\xEF\xBF\xBD"); /* U+2400 U+FFFD */
	assert_contains(output, "\nok 1 - the first title\n");
}
END_TEST

/* 10 MB are neither kept nor waited for. */
START_TEST(a_flood_is_cut)
{
	const json_t *result;

	HEAPKIT_FAKE("floods", "--timeout", ENOUGH);
	result = find_result("area/first");
	ck_assert_uint_lt(strlen(result_text(result, "output")), 5000);
	assert_contains(result_text(result, "output"), "bytes left out]");
}
END_TEST

START_TEST(retries_are_counted)
{
	ck_assert_int_eq(HEAPKIT_FAKE("dies-once", "--retries", "0"), 1);
	ck_assert_str_eq(result_text(find_result("area/first"), "outcome"), "crash");
	ck_assert_int_eq(HEAPKIT_FAKE("silent", "--retries", "3"), 1);
	ck_assert_int_eq(json_integer_value(json_object_get(find_result("area/first"), "attempts")),
			 4);
	assert_contains(heapkit_out, "flaky: tried more than once");
}
END_TEST

/* The third case was on its way already when the answer came. */
START_TEST(what_is_missing_is_not_launched_again)
{
	const json_t *result;

	ck_assert_int_eq(HEAPKIT_FAKE("lacks-enumeration", "--timeout", ENOUGH), 1);
	result = find_result("reference/program");
	ck_assert_str_eq(result_text(result, "outcome"), "unimplemented");
	ck_assert_str_eq(result_text(result, "message"), "unimplemented: GetProcessHeaps");
	ck_assert_int_eq(json_integer_value(json_object_get(result, "attempts")), 0);
	ck_assert_str_eq(result_text(find_result("area/second"), "outcome"), "pass");
	ck_assert_int_eq(HEAPKIT_FAKE("lacks-enumeration", "--timeout", ENOUGH, "--all"), 1);
	result = find_result("reference/program");
	ck_assert_str_eq(result_text(result, "outcome"), "pass");
	ck_assert_int_eq(json_integer_value(json_object_get(result, "attempts")), 1);
}
END_TEST

static const char *const reported[] = {"passes", "fails", "silent", "garbage", "lacks-enumeration"};

/* A run does not keep all that it writes; its report is that of the file all the same. */
START_TEST(a_run_reports_what_its_file_says)
{
	char *own;

	HEAPKIT_FAKE(reported[_i], "--timeout", ENOUGH);
	own = strdup(heapkit_out);
	ck_assert_ptr_nonnull(own);
	HEAPKIT("report", results_path());
	ck_assert_str_eq(own, heapkit_out);
	free(own);
}
END_TEST

/* Of a shell, of make's job server: whatever their numbers. */
START_TEST(descriptors_of_the_caller_are_not_passed_on)
{
	ck_assert_int_eq(dup2(2, 100), 100);
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--timeout", ENOUGH), 0);
	ck_assert_str_eq(result_text(find_result("area/third"), "outcome"), "pass");
}
END_TEST

START_TEST(many_lanes_give_the_same)
{
	ck_assert_int_eq(HEAPKIT_FAKE("fails", "--timeout", ENOUGH, "--jobs", "4"), 1);
	ck_assert_uint_eq(json_array_size(read_results()->cases), 4);
	ck_assert_str_eq(result_text(find_result("area/first"), "outcome"), "fail");
	ck_assert_str_eq(result_text(find_result("area/second"), "outcome"), "pass");
}
END_TEST

Suite *fake_cases_suite(void)
{
	Suite *suite = suite_create("fake-cases");
	TCase *tcase = tcase_create("fake-cases");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, outcome, 0, (int)fake_row_count);
	tcase_add_test(tcase, fields_of_a_failure);
	tcase_add_test(tcase, observations_are_kept);
	tcase_add_test(tcase, any_bytes_are_kept_readable);
	tcase_add_test(tcase, a_flood_is_cut);
	tcase_add_test(tcase, retries_are_counted);
	tcase_add_test(tcase, what_is_missing_is_not_launched_again);
	tcase_add_loop_test(tcase, a_run_reports_what_its_file_says, 0,
			    sizeof reported / sizeof *reported);
	tcase_add_test(tcase, descriptors_of_the_caller_are_not_passed_on);
	tcase_add_test(tcase, many_lanes_give_the_same);
	suite_add_tcase(suite, tcase);
	return suite;
}
