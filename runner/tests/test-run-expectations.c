/* SPDX-License-Identifier: MIT */
/* `heapkit run` and what it is told to expect. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run-heapkit.h"
#include "scratch.h"

static const struct {
	const char *behaviour;
	const char *expectations;
	int status;
	const char *printed; /* part of the report; NULL: nothing more */
} rows[] = {
    {"fails", "- {case: area/first, expect: fail, reason: R}\n", 0, "known deviations"},
    {"fails", "- {case: 'area/*', target: '*-msvcr', expect: fail, reason: R}\n", 1, "matches no"},
    {"passes", "- {case: 'area/*', target: '*-msvcrt', expect: fail, reason: R}\n", 0, NULL},
    {"fails", "- {case: area/first, expect: crash, reason: R}\n", 1, "expected crash"},
    {"fails", "- {case: area/first, version: '>=1', expect: fail, reason: R}\n", 1, "FAIL"},
    {"passes", "- {case: area/first, expect: fail, reason: R}\n", 1, "fixed: take it out"},
    {"passes", "- {case: area/fourth, expect: fail, reason: R}\n", 1, "matches no"},
    {"skips", "- {case: area/first, expect: fail, reason: R}\n", 0, "needs a tail wind"},
    {"crashes", "- {case: area/first, expect: crash, reason: R}\n", 0, NULL},
    {"lacks-enumeration",
     "- {case: area/first, expect: unimplemented, reason: R}\n"
     "- {case: '*', expect: unimplemented, reason: S, target: '*'}\n",
     1, "FIXED  area/second"},
    {"fails", "- {case: area/first, expect: fail, reason: R, until: 2020-01-31}\n", 0,
     "2020-01-31"},
    {"passes", "[]\n", 0, NULL},
};

START_TEST(expectations)
{
	const char *path = scratch_text("known.yaml", rows[_i].expectations);

	ck_assert_int_eq(HEAPKIT_FAKE(rows[_i].behaviour, "--expect", path), rows[_i].status);
	if (rows[_i].printed)
		assert_contains(heapkit_out, rows[_i].printed);
	ck_assert_str_eq(heapkit_errors, "");
	ck_assert_int_eq(json_array_size(json_object_get(read_results()->footer, "unmatched")) > 0,
			 rows[_i].printed && strcmp(rows[_i].printed, "matches no") == 0);
}
END_TEST

/* An entry for a case that this run leaves out matches, as long as the suite has it. */
START_TEST(entry_for_a_case_left_out)
{
	const char *path =
	    scratch_text("known.yaml", "- {case: area/first, expect: fail, reason: R}\n");

	ck_assert_int_eq(HEAPKIT_FAKE("fails", "--expect", path, "--case", "area/second"), 0);
}
END_TEST

START_TEST(date_that_is_over_is_red_with_strict)
{
	const char *path = scratch_text(
	    "known.yaml", "- {case: area/first, expect: fail, reason: R, until: 2020-01-31}\n");

	ck_assert_int_eq(HEAPKIT_FAKE("fails", "--expect", path, "--strict"), 1);
	ck_assert(json_is_true(json_object_get(read_results()->footer, "strict")));
	ck_assert_int_eq(HEAPKIT("report", results_path()), 0);
	assert_contains(heapkit_out, "UNEXPECTED");
}
END_TEST

START_TEST(bad_file)
{
	const char *path = scratch_text("known.yaml", "- case: area/first\n  expect: pass\n");

	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--expect", path), 2);
	assert_one_error("known.yaml:2: ");
}
END_TEST

/* An implementation called `name` that is the fake and says which version it is. */
static const char *make_implementation(const char *name, const char *behaviour, const char *more)
{
	char text[9000], program[4096];

	ck_assert_ptr_nonnull(realpath(fake_path(), program));
	snprintf(text, sizeof text,
		 "name: %s\ncommand: [\"%s\", %s, \"{exe}\"]\nversion: [\"%s\", --version]\n%s",
		 name, program, behaviour, program, more);
	return scratch_text("fake.yaml", text);
}

static int run_implementation(const char *path, const char *option, const char *value)
{
	const char *words[] = {"run",  "--cases", suite_path(), "--results", results_path(),
			       "--on", path,      option,       value,       NULL};

	return heapkit_run(words);
}

static const struct {
	const char *behaviour;
	const char *entry;
	int status;
} versions[] = {
    {"fails", "until: '3.0'", 0},    {"fails", "until: '2.0'", 1},
    {"fails", "until: '1.9'", 1},    {"passes", "until: '2.0'", 0},
    {"fails", "version: '<2.1'", 0}, {"fails", "version: '>=2.1'", 1},
    {"fails", "version: '2.0'", 0},  {"passes", "version: '>2.0'", 0},
};

START_TEST(version_of_the_implementation)
{
	char text[256];
	const char *path;

	snprintf(text, sizeof text, "- {case: area/first, expect: fail, reason: R, %s}\n",
		 versions[_i].entry);
	path = scratch_text("known.yaml", text);
	ck_assert_int_eq(run_implementation(make_implementation("fake", versions[_i].behaviour, ""),
					    "--expect", path),
			 versions[_i].status);
	ck_assert_str_eq(
	    result_text(json_object_get(read_results()->header, "implementation"), "version"),
	    "fake 2.0 (built for tests)");
}
END_TEST

/* The list of Wine names cases that this suite does not have. */
START_TEST(own_list_can_be_ignored)
{
	const char *wine = make_implementation("wine", "passes", "");

	ck_assert_int_eq(run_implementation(wine, NULL, NULL), 1);
	assert_contains(heapkit_out, "wine.yaml");
	ck_assert_int_eq(run_implementation(wine, "--ignore-expectations", NULL), 0);
}
END_TEST

START_TEST(list_of_another)
{
	const char *path = make_implementation("fake", "passes", "expectations: wine\n");

	ck_assert_int_eq(run_implementation(path, NULL, NULL), 1);
	assert_contains(heapkit_out, "wine.yaml");
}
END_TEST

static const char *const drafted[] = {"passes",
				      "fails",
				      "crashes",
				      "hangs",
				      "lacks-enumeration",
				      "program-crashes",
				      "not-ok-with-status-0",
				      "skips"};

START_TEST(draft_makes_the_next_run_green)
{
	const char *draft = scratch_path("draft.yaml");
	const bool good = _i == 0 || strcmp(drafted[_i], "skips") == 0;

	ck_assert_int_eq(
	    HEAPKIT_FAKE(drafted[_i], "--timeout", "0.5", "--write-expectations", draft),
	    good ? 0 : 1);
	ck_assert_int_eq(HEAPKIT_FAKE(drafted[_i], "--timeout", "0.5", "--expect", draft), 0);
}
END_TEST

Suite *run_expectations_suite(void)
{
	Suite *suite = suite_create("run-expectations");
	TCase *tcase = tcase_create("run-expectations");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, expectations, 0, sizeof rows / sizeof *rows);
	tcase_add_test(tcase, entry_for_a_case_left_out);
	tcase_add_test(tcase, date_that_is_over_is_red_with_strict);
	tcase_add_test(tcase, bad_file);
	tcase_add_loop_test(tcase, version_of_the_implementation, 0,
			    sizeof versions / sizeof *versions);
	tcase_add_test(tcase, own_list_can_be_ignored);
	tcase_add_test(tcase, list_of_another);
	tcase_add_loop_test(tcase, draft_makes_the_next_run_green, 0,
			    sizeof drafted / sizeof *drafted);
	suite_add_tcase(suite, tcase);
	return suite;
}
