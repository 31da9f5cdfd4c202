/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/platform.h"
#include "run-heapkit.h"
#include "scratch.h"

/* The number in the line of that name, behind `begin`; fails where there is none. */
static double number_of(const char *begin, const char *name)
{
	const char *at = strstr(heapkit_out, begin);

	ck_assert_ptr_nonnull(at);
	at = strstr(at, name);
	ck_assert_msg(at, "no line of %s in:\n%s", name, heapkit_out);
	return strtod(at + strlen(name), NULL);
}

START_TEST(every_launch_is_counted)
{
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--profile"), 0);
	/* three canaries, three cases, the reference program */
	assert_contains(heapkit_out, "processor time, 7 launches\n");
	assert_contains(heapkit_out, "\nlanes: 1, busy ");
}
END_TEST

START_TEST(times_are_true)
{
	double whole = 0;

	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--profile"), 0);
	for (int i = 0; i < 5; i++) {
		static const char *const names[] = {"opening", "lanes", "canaries", "cases",
						    "closing"};
		const double part = number_of("time of the clock\n", names[i]);

		ck_assert_double_ge(part, 0);
		whole += part;
	}
	ck_assert_double_ge(
	    whole, json_number_value(json_object_get(read_results()->footer, "seconds")) - 0.01);
	ck_assert_double_gt(number_of("processor time", "runner"), 0);
	ck_assert_double_gt(number_of("processor time", "programs"), 0);
}
END_TEST

START_TEST(nothing_is_said_unasked)
{
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--retries", "1"), 0);
	ck_assert_ptr_null(strstr(heapkit_out, "time of the clock"));
}
END_TEST

/* No program ran, so there is nothing to say. */
START_TEST(a_run_that_was_complete_has_none)
{
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--retries", "1"), 0);
	HEAPKIT("run", "--cases", suite_path(), "--resume", results_path(), "--profile", "--",
		fake_path(), "passes");
	ck_assert_ptr_null(strstr(heapkit_out, "time of the clock"));
}
END_TEST

Suite *profile_suite(void)
{
	Suite *suite = suite_create("profile");
	TCase *tcase = tcase_create("profile");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_add_test(tcase, every_launch_is_counted);
	tcase_add_test(tcase, times_are_true);
	tcase_add_test(tcase, nothing_is_said_unasked);
	tcase_add_test(tcase, a_run_that_was_complete_has_none);
	suite_add_tcase(suite, tcase);
	return suite;
}
