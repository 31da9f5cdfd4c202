/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/nearest.h"
#include "make-pe.h"
#include "make-results.h"
#include "run-heapkit.h"
#include "scratch.h"

/* The catalogue and the expectations are those of the kit; the suite is that of the test. */
#define EXPLAIN(...) HEAPKIT("explain", "--cases", suite_path(), __VA_ARGS__)

START_TEST(a_requirement)
{
	ck_assert_int_eq(EXPLAIN("GPH-05"), 0);
	assert_contains(heapkit_out, "GPH-05  MUST, of the platform\n");
	assert_contains(heapkit_out, "\n  clause   A buffer too small for every handle ");
	assert_contains(heapkit_out, "\n  when     quiet process\n");
	assert_contains(heapkit_out, "\n  page     https://learn.microsoft.com/");
	assert_contains(heapkit_out, "\n  evidence ReactOS's ");
	assert_contains(heapkit_out, "\ncases\n  area/first: the first title\n");
	assert_contains(heapkit_out, "\nknown to deviate\n  none\n");
	ck_assert_ptr_null(strstr(heapkit_out, "area/third"));
	ck_assert_str_eq(heapkit_errors, "");
}
END_TEST

START_TEST(a_case)
{
	ck_assert_int_eq(EXPLAIN("area/first"), 0);
	assert_contains(heapkit_out, "area/first\n  title    the first title\n");
	assert_contains(heapkit_out, "\n  source   cases/area/first.c\n");
	assert_contains(heapkit_out, "\n  rung     4 (enumeration)\n");
	assert_contains(heapkit_out, "\n  targets  x86_64-bare\n");
	assert_contains(heapkit_out, "\nGPH-01  MUST, of the platform\n");
	assert_contains(heapkit_out, "\nGPH-05  MUST, of the platform\n");
}
END_TEST

/* How it ended in results, each ending with its targets. */
START_TEST(with_results)
{
	struct results results;
	json_t *result;
	const char *path;

	results_begin(&results, make_header());
	for (int i = 0; i < 3; i++) {
		result = make_case("area/first", i == 0 ? "a-bare" : i == 1 ? "b-bare" : "c-bare");
		make_add(&results, result);
		if (i > 0)
			make_ending(result, "fail", i == 1 ? "pass" : "fail", "one is missing");
	}
	results.footer = make_footer(&results);
	path = make_file(&results, "r.jsonl");
	results_free(&results);
	ck_assert_int_eq(EXPLAIN("area/first", "--results", path), 0);
	assert_contains(heapkit_out, "\nresults\n"
				     "  wine-8.0 (Debian)\n"
				     "    pass  area/first  a-bare\n"
				     "    fail (unexpected)  area/first  b-bare: one is missing\n"
				     "    fail  area/first  c-bare: one is missing\n");
	ck_assert_int_eq(EXPLAIN("area/third", "--results", path), 0);
	assert_contains(heapkit_out, "  wine-8.0 (Debian)\n    has not run it\n");
}
END_TEST

/* What Wine is known to get wrong comes with its reason, for the case and for its requirement. */
START_TEST(known_to_deviate)
{
	static const char *const names[] = {"GPH-05", "process-heaps/small-buffer-stores-count"};
	const struct heapkit_section section =
	    make_section("case", "cases/process-heaps/small-buffer-stores-count.c", "x86_64-bare",
			 "GPH-05", "a title");
	const char *const imports[] = {"GetProcessHeaps", NULL};

	make_pe(scratch_path("suite/small.exe"), &section, 64, imports);
	ck_assert_int_eq(EXPLAIN(names[_i]), 0);
	assert_contains(heapkit_out, "\nknown to deviate\n  wine ");
	assert_contains(heapkit_out, "fail  process-heaps/small-buffer-stores-count\n");
	assert_contains(heapkit_out, "\n    stores nothing when the buffer is too small");
	assert_contains(heapkit_out, "\n    https://learn.microsoft.com/");
}
END_TEST

static const struct {
	const char *name, *error;
} unknown_names[] = {
    {"GPH-5", "GPH-5: there is no case or requirement of that name; did you mean GPH-05"},
    {"gph-05", "did you mean GPH-05"},
    {"area/frist", "did you mean area/first"},
    {"second", "did you mean area/second"},
    {"qqqqqqqqqqqqqqqq", "`heapkit list` and `heapkit coverage` name all of them"},
};

START_TEST(unknown_names_suggest_the_nearest)
{
	ck_assert_int_eq(EXPLAIN(unknown_names[_i].name), 2);
	assert_one_error(unknown_names[_i].error);
	ck_assert_str_eq(heapkit_out, "");
}
END_TEST

START_TEST(misuse)
{
	ck_assert_int_eq(HEAPKIT("explain"), 2);
	assert_one_error("explain: no name; give a case or a requirement");
	ck_assert_int_eq(EXPLAIN("GPH-05", "GPH-06"), 2);
	assert_one_error("GPH-06: a second name");
	ck_assert_int_eq(EXPLAIN("--results"), 2);
	assert_one_error("--results needs a value");
	ck_assert_int_eq(EXPLAIN("GPH-05", "--results", "nowhere.jsonl"), 2);
	assert_one_error("nowhere.jsonl");
	ck_assert_int_eq(HEAPKIT("explain", "--cases", scratch_folder("empty"), "GPH-05"), 0);
	assert_contains(heapkit_out, "cases\n  none is built here\n");
	ck_assert_int_eq(HEAPKIT("explain", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit explain");
}
END_TEST

START_TEST(nearest_first)
{
	struct nearest nearest = {.wanted = "small-bufer"};

	nearest_offer(&nearest, "a/large-buffer");
	nearest_offer(&nearest, "GPH-05");
	nearest_offer(&nearest, "a/small-buffer-keeps");
	nearest_offer(&nearest, "a/small-buffer-keeps");
	ck_assert_str_eq(nearest.names[0], "a/small-buffer-keeps");
	ck_assert(!nearest.names[1] || strcmp(nearest.names[1], "a/large-buffer") == 0);
	nearest_offer(&nearest, "small-bufer");
	ck_assert_str_eq(nearest.names[0], "small-bufer");
	ck_assert_str_eq(nearest.names[1], "a/small-buffer-keeps");
}
END_TEST

Suite *explain_suite(void)
{
	Suite *suite = suite_create("explain");
	TCase *tcase = tcase_create("explain");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_add_test(tcase, a_requirement);
	tcase_add_test(tcase, a_case);
	tcase_add_test(tcase, with_results);
	tcase_add_loop_test(tcase, known_to_deviate, 0, 2);
	tcase_add_loop_test(tcase, unknown_names_suggest_the_nearest, 0,
			    sizeof unknown_names / sizeof *unknown_names);
	tcase_add_test(tcase, misuse);
	tcase_add_test(tcase, nearest_first);
	suite_add_tcase(suite, tcase);
	return suite;
}
