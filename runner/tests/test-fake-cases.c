/* SPDX-License-Identifier: MIT */
/* Implementations that answer the canaries properly and then misbehave in one case. */
#include "suites.h"

#include <string.h>

#include "run-heapkit.h"

/* Nothing in the table depends on how fast the machine is, except what has to run out of time. */
#define ENOUGH "20"
#define SHORT "0.5"

static const struct {
	const char *behaviour;
	const char *timeout;
	const char *outcome;
	const char *message; /* part of it; NULL: there is none */
	int status;          /* exit status of heapkit */
	int attempts;
} rows[] = {
    {"passes", ENOUGH, "pass", NULL, 0, 1},
    {"fails", ENOUGH, "fail", "count == 3", 1, 1},
    {"skips", ENOUGH, "skip", "needs a tail wind", 0, 1},
    {"broken", ENOUGH, "broken", "no heap could be created", 1, 1},
    {"observes", ENOUGH, "pass", NULL, 0, 1},
    {"silent", ENOUGH, "crash", "ended with status 0 without a verdict", 1, 2},
    {"half-a-line", ENOUGH, "crash", "was ended by signal 6 without a verdict", 1, 1},
    {"no-line-end", ENOUGH, "crash", "ended with status 0 without a verdict", 1, 1},
    {"floods", ENOUGH, "crash", "printed more than a case may", 1, 1},
    {"bytes", ENOUGH, "pass", NULL, 0, 1},
    {"byte-for-byte", ENOUGH, "pass", NULL, 0, 1},
    {"verdict-on-stderr", ENOUGH, "crash", "ended with status 0 without a verdict", 1, 1},
    {"verdict-then-crashes", ENOUGH, "crash", "said ok and then was ended by signal 11", 1, 1},
    {"ok-with-status-1", ENOUGH, "crash", "said ok and then ended with status 1", 1, 1},
    {"not-ok-with-status-0", ENOUGH, "fail", NULL, 1, 1},
    {"two-verdicts", ENOUGH, "crash", "gave 2 verdicts", 1, 1},
    {"other-title", ENOUGH, "crash", "gave a verdict on something else", 1, 1},
    {"bails-out", ENOUGH, "crash", "crashed", 1, 1},
    {"bails-out-of-a-stub", ENOUGH, "unimplemented", "unimplemented: HeapSummary", 1, 1},
    {"crashes", ENOUGH, "crash", "was ended by signal 11 without a verdict", 1, 2},
    {"needs-input", ENOUGH, "pass", NULL, 0, 1},
    {"lacks-enumeration", ENOUGH, "unimplemented", "unimplemented: GetProcessHeaps", 1, 1},
    {"dies-once", ENOUGH, "pass", NULL, 0, 2},
    {"leaves-children", ENOUGH, "pass", NULL, 0, 1},
    {"empties-the-folder", ENOUGH, "pass", NULL, 0, 1},
    {"closes-output", ENOUGH, "pass", NULL, 0, 1},
    {"hangs", SHORT, "timeout", "did not end within 0.5 s", 1, 1},
    {"ignores-requests", SHORT, "timeout", "did not end within 0.5 s", 1, 1},
    {"stops-itself", SHORT, "timeout", "did not end within 0.5 s", 1, 1},
    {"verdict-then-hangs", SHORT, "timeout", "did not end within 0.5 s", 1, 1},
    {"leaves-child-and-hangs", SHORT, "timeout", "did not end within 0.5 s", 1, 1},
    {"closes-output-and-hangs", SHORT, "timeout", "did not end within 0.5 s", 1, 1},
};

START_TEST(outcome)
{
	const json_t *result, *other;
	const int status = HEAPKIT_FAKE(rows[_i].behaviour, "--timeout", rows[_i].timeout);

	result = find_result("area/first");
	ck_assert_msg(strcmp(result_text(result, "outcome"), rows[_i].outcome) == 0, "%s: %s (%s)",
		      rows[_i].behaviour, result_text(result, "outcome"),
		      result_text(result, "message"));
	if (rows[_i].message)
		assert_contains(result_text(result, "message"), rows[_i].message);
	else
		ck_assert_str_eq(result_text(result, "message"), "");
	ck_assert_int_eq(json_integer_value(json_object_get(result, "attempts")),
			 rows[_i].attempts);
	other = find_result("area/third");
	ck_assert_msg(strcmp(result_text(other, "outcome"), "pass") == 0,
		      "the case behind it: %s (%s)", result_text(other, "outcome"),
		      result_text(other, "message"));
	ck_assert_int_eq(status, rows[_i].status);
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
	tcase_add_loop_test(tcase, outcome, 0, sizeof rows / sizeof *rows);
	tcase_add_test(tcase, fields_of_a_failure);
	tcase_add_test(tcase, observations_are_kept);
	tcase_add_test(tcase, any_bytes_are_kept_readable);
	tcase_add_test(tcase, a_flood_is_cut);
	tcase_add_test(tcase, retries_are_counted);
	tcase_add_test(tcase, what_is_missing_is_not_launched_again);
	tcase_add_test(tcase, many_lanes_give_the_same);
	suite_add_tcase(suite, tcase);
	return suite;
}
