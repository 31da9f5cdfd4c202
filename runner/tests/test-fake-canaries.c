/* SPDX-License-Identifier: MIT */
/* Implementations that misbehave in the canaries already. */
#include "suites.h"

#include <string.h>
#include <sys/stat.h>

#include "run-heapkit.h"
#include "scratch.h"

#define ENOUGH "20"

static const struct {
	const char *behaviour;
	const char *timeout;
	const char *why;  /* said of the target */
	const char *next; /* import to implement */
} cannot_run[] = {
    {"canaries-silent", ENOUGH, "a canary (status 42) ended with status 0 and no text",
     "ExitProcess"},
    {"canaries-hello", ENOUGH, "a canary (status 42) ended with status 1 and other text",
     "ExitProcess"},
    {"canaries-hang", "0.5", "a canary did not end within 0.5 s", "ExitProcess"},
    {"canaries-crash", ENOUGH, "a canary (status 42) was ended by signal 11", "ExitProcess"},
    {"canaries-flood", ENOUGH, "a canary (status 42) printed more than a case may", "ExitProcess"},
    {"canaries-lack-everything", ENOUGH, "was ended by signal 6", "WriteFile"},
};

START_TEST(rung_0)
{
	const json_t *target;

	ck_assert_int_eq(
	    HEAPKIT_FAKE(cannot_run[_i].behaviour, "--timeout", cannot_run[_i].timeout), 3);
	assert_contains(heapkit_errors, "heapkit: fake cannot run any program of the kit:\n");
	assert_contains(heapkit_errors, cannot_run[_i].why);
	assert_contains(heapkit_errors, "It stands on rung 0 (nothing yet). "
					"The next import to implement: ");
	assert_contains(strstr(heapkit_errors, "implement: "), cannot_run[_i].next);
	ck_assert_str_eq(heapkit_out, "");
	ck_assert_uint_eq(json_array_size(read_results()->cases), 0);
	target = json_object_get(json_object_get(read_results()->footer, "targets"), "x86_64-bare");
	ck_assert(json_is_false(json_object_get(target, "runs")));
	assert_contains(result_text(target, "message"), cannot_run[_i].why);
}
END_TEST

static const struct {
	const char *behaviour;
	bool status_believed, text_believed;
	const char *outcome; /* of area/first */
	const char *message; /* part of it; NULL: there is none */
	const char *program; /* outcome of the program */
	int status;
	int attempts;
} beliefs[] = {
    {"passes", true, true, "pass", NULL, "pass", 0, 1},
    {"canaries-complain", true, true, "pass", NULL, "pass", 0, 1},
    {"canaries-die-once", true, true, "pass", NULL, "pass", 0, 1},
    {"canaries-end-with-42", false, false, NULL, NULL, NULL, 3, 0},
    {"text-only", false, true, "pass", NULL, "pass", 0, 1},
    {"text-only+fails", false, true, "fail", "count == 3", "pass", 1, 1},
    {"text-only+skips", false, true, "skip", "tail wind", "pass", 0, 1},
    {"text-only+ok-with-status-1", false, true, "pass", NULL, "pass", 0, 1},
    {"text-only+silent", false, true, "crash", "status 0 without a verdict", "pass", 1, 2},
    {"status-only", true, false, "pass", NULL, "skip", 0, 1},
    {"status-only+fails", true, false, "fail", "text cannot be read here", "skip", 1, 1},
    {"status-only+skips", true, false, "skip", "reason cannot be read here", "skip", 0, 1},
    {"status-only+broken", true, false, "broken", "its set-up failed", "skip", 1, 1},
    {"status-only+crashes", true, false, "crash", "signal 11", "skip", 1, 2},
    {"canaries-lack-writing", true, false, "pass", NULL, "skip", 0, 1},
    {"canaries-lack-writing+lacks-writing", true, false, "unimplemented",
     "unimplemented: WriteFile", "unimplemented", 1, 1},
};

static void check_belief(const char *behaviour, const char *key, bool wanted)
{
	const json_t *targets = json_object_get(read_results()->footer, "targets");
	const json_t *target = json_object_get(targets, "x86_64-bare");

	ck_assert_msg(json_is_true(json_object_get(target, key)) == wanted, "%s: %s", behaviour,
		      key);
}

START_TEST(what_is_believed)
{
	const json_t *result;
	const char *behaviour = beliefs[_i].behaviour;

	ck_assert_int_eq(HEAPKIT_FAKE(behaviour, "--timeout", ENOUGH), beliefs[_i].status);
	check_belief(behaviour, "status_believed", beliefs[_i].status_believed);
	check_belief(behaviour, "text_believed", beliefs[_i].text_believed);
	if (!beliefs[_i].outcome)
		return;
	result = find_result("area/first");
	ck_assert_msg(strcmp(result_text(result, "outcome"), beliefs[_i].outcome) == 0,
		      "%s: %s (%s)", behaviour, result_text(result, "outcome"),
		      result_text(result, "message"));
	if (beliefs[_i].message)
		assert_contains(result_text(result, "message"), beliefs[_i].message);
	ck_assert_int_eq(json_integer_value(json_object_get(result, "attempts")),
			 beliefs[_i].attempts);
	ck_assert_str_eq(result_text(find_result("reference/program"), "outcome"),
			 beliefs[_i].program);
}
END_TEST

static const struct {
	const char *command; /* NULL: the file */
	const char *contents;
} bad_commands[] = {
    {"./there-is-no-such-emulator", NULL},
    {"there-is-no-such-emulator", NULL},
    {NULL, "this is a file that may not be executed\n"},
    {"/", NULL},
};

/* Said at once and in one line, and no results are begun. */
START_TEST(command_that_cannot_be_executed)
{
	const char *command = bad_commands[_i].command;

	if (!command)
		command = scratch_text("emulator", bad_commands[_i].contents);
	scratch_text("results.jsonl", "of another run\n");
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--results", results_path(), "--",
				 command, "--quiet"),
			 3);
	assert_one_error(command);
	assert_file("results.jsonl", "of another run\n");
}
END_TEST

/* It can be executed as far as its mode says, and then it cannot. */
START_TEST(command_of_another_machine)
{
	const char *command = scratch_text("emulator", "\177ELF, but not really\n");

	ck_assert_int_eq(chmod(command, 0700), 0);
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--", command), 3);
	assert_contains(heapkit_errors, "x86_64-bare: ");
	assert_contains(heapkit_errors, "rung 0");
}
END_TEST

Suite *fake_canaries_suite(void)
{
	Suite *suite = suite_create("fake-canaries");
	TCase *tcase = tcase_create("fake-canaries");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, rung_0, 0, sizeof cannot_run / sizeof *cannot_run);
	tcase_add_loop_test(tcase, what_is_believed, 0, sizeof beliefs / sizeof *beliefs);
	tcase_add_loop_test(tcase, command_that_cannot_be_executed, 0,
			    sizeof bad_commands / sizeof *bad_commands);
	tcase_add_test(tcase, command_of_another_machine);
	suite_add_tcase(suite, tcase);
	return suite;
}
