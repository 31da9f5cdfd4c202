/* SPDX-License-Identifier: MIT */
/* The reference program, judged from outside: as a row of every run, and alone. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "make-pe.h"
#include "run-heapkit.h"
#include "scratch.h"

static const char *const imports[] = {"GetProcessHeaps", "WriteFile", NULL};

/* So many of the rows are tried with --program as well. */
enum { ALONE = 5 };

static const struct {
	const char *behaviour;
	const char *outcome;
	const char *message, *got, *want; /* parts; NULL: not looked at */
	int status;
	int attempts;
} rows[] = {
    {"passes", "pass", NULL, NULL, NULL, 0, 1},
    {"program-void", "broken", "a heap of somebody else appeared in each of 5 runs", NULL, NULL, 1,
     1},
    {"program-too-few", "fail", "the number of lines", "1", "2", 1, 1},
    {"program-lacks-enumeration", "unimplemented", "unimplemented: GetProcessHeaps", NULL, NULL, 1,
     1},
    {"status-only", "skip", "text of programs does not come back here", NULL, NULL, 0, 1},
    {"program-void-once", "pass", NULL, NULL, NULL, 0, 1},
    {"program-silent", "fail", "the first line", "nothing", "Process has N heaps.", 1, 2},
    {"program-too-many", "fail", "a line too many", "Heap 1 at address: 20000.",
     "nothing behind the last heap", 1, 1},
    {"program-out-of-order", "fail", "a heap's line", "Heap 1 at address: 10000.",
     "Heap 0 at address: ADDRESS.", 1, 1},
    {"program-no-heap", "fail", "the first line", "Process has 0 heaps.", "Process has N heaps.", 1,
     1},
    {"program-fails", "fail", "its exit status", "1", "0", 1, 1},
    {"program-errors", "fail", "stderr", "fixme: heaps", "nothing", 1, 1},
    {"canaries-complain+program-errors", "pass", NULL, NULL, NULL, 0, 1},
    {"program-nul", "fail", "its output", "a NUL", "text", 1, 1},
    {"program-crashes", "crash", "was ended by signal 11", NULL, NULL, 1, 2},
    {"program-floods", "crash", "printed more than a case may", NULL, NULL, 1, 1},
    {"text-only+program-fails", "pass", NULL, NULL, NULL, 0, 1},
};

static void check_field(const json_t *result, const char *key, const char *part)
{
	if (part)
		assert_contains(result_text(result, key), part);
}

static void check_row(int i)
{
	const json_t *result = find_result("reference/program");

	ck_assert_msg(strcmp(result_text(result, "outcome"), rows[i].outcome) == 0, "%s: %s (%s)",
		      rows[i].behaviour, result_text(result, "outcome"),
		      result_text(result, "message"));
	check_field(result, "message", rows[i].message);
	check_field(result, "got", rows[i].got);
	check_field(result, "want", rows[i].want);
	ck_assert_int_eq(json_integer_value(json_object_get(result, "attempts")), rows[i].attempts);
}

/* In the same run as the cases. */
START_TEST(as_a_row)
{
	ck_assert_int_eq(HEAPKIT_FAKE(rows[_i].behaviour, "--case", "reference/*"),
			 rows[_i].status);
	check_row(_i);
}
END_TEST

/* Somebody's own build, which says nothing of itself. */
START_TEST(alone)
{
	const char *path = scratch_path("their port.exe");

	make_pe(path, NULL, 64, imports);
	ck_assert_int_eq(HEAPKIT_FAKE(rows[_i].behaviour, "--program", path), rows[_i].status);
	check_row(_i);
	ck_assert_uint_eq(json_array_size(read_results()->cases), 1);
	assert_contains(result_text(find_result("reference/program"), "command"), "--program '");
}
END_TEST

START_TEST(cites_what_it_is_judged_by)
{
	const char *path = scratch_path("program.exe");
	const json_t *ids;

	make_pe(path, NULL, 64, imports);
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--program", path), 0);
	ids = json_object_get(find_result("reference/program"), "requirements");
	ck_assert_uint_eq(json_array_size(ids), 4);
	ck_assert_str_eq(json_string_value(json_array_get(ids, 0)), "REF-01");
	ck_assert_str_eq(json_string_value(json_array_get(ids, 3)), "REF-04");
}
END_TEST

/* An expectation for a case has nothing to do with it. */
START_TEST(expectations_of_cases_do_not_matter)
{
	const char *path = scratch_path("program.exe");
	const char *known =
	    scratch_text("known.yaml", "- {case: other/case, expect: fail, reason: R}\n");

	make_pe(path, NULL, 64, imports);
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--program", path, "--expect", known), 0);
}
END_TEST

START_TEST(hangs)
{
	ck_assert_int_eq(HEAPKIT_FAKE("program-hangs", "--timeout", "0.5", "--case", "reference/*"),
			 1);
	ck_assert_str_eq(result_text(find_result("reference/program"), "outcome"), "timeout");
}
END_TEST

START_TEST(no_program)
{
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--program", scratch_text("a.exe", "text\n")), 2);
	assert_one_error("a.exe: ");
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--program", scratch_path("b.exe")), 2);
	assert_one_error("b.exe: ");
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--program", scratch_folder("c.exe")), 2);
	assert_one_error("c.exe: is a folder");
}
END_TEST

/* Nothing here can show what may be believed of it. */
START_TEST(program_of_a_machine_without_canaries)
{
	const char *path = scratch_path("program.exe");

	make_pe(path, NULL, 32, imports);
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--program", path), 2);
	assert_one_error("program.exe: is a i686 program, for which the kit has no canaries here");
}
END_TEST

Suite *fake_program_suite(void)
{
	Suite *suite = suite_create("fake-program");
	TCase *tcase = tcase_create("fake-program");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, as_a_row, 0, sizeof rows / sizeof *rows);
	tcase_add_loop_test(tcase, alone, 0, ALONE);
	tcase_add_test(tcase, cites_what_it_is_judged_by);
	tcase_add_test(tcase, expectations_of_cases_do_not_matter);
	tcase_add_test(tcase, hangs);
	tcase_add_test(tcase, no_program);
	tcase_add_test(tcase, program_of_a_machine_without_canaries);
	suite_add_tcase(suite, tcase);
	return suite;
}
