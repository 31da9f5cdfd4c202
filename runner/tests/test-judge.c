/* SPDX-License-Identifier: MIT */
/* What an ending means. The fakes show the same from end to end; here stands what they cannot do.
 */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/judge.h"
#include "../heapkit/lines.h"
#include "make-pe.h"

static const char *imports[] = {"GetProcessHeap", "GetProcessHeaps", "WriteFile"};
static const struct belief text = {.text = true}, status = {.status = true},
			   both = {.text = true, .status = true};

static struct program program(enum program_kind kind, const char *title)
{
	struct program program = {.kind = kind};

	program.pe.section = make_section("case", "cases/a/b.c", "x86_64-bare", "P-01", title);
	program.pe.imports = (char **)imports;
	program.pe.import_count = sizeof imports / sizeof *imports;
	return program;
}

/* A process that ended by itself; the texts stay the caller's. */
static struct ending ending(const char *output, const char *errors, int64_t number, int signal)
{
	return (struct ending){.started = true,
			       .output = (char *)output,
			       .output_size = strlen(output),
			       .errors = (char *)errors,
			       .errors_size = strlen(errors),
			       .status = number,
			       .signal = signal,
			       .seconds = 0.1};
}

#define OK "ok 1 - title\n"
#define NOT_OK "not ok 1 - title\n"

static const struct {
	const struct belief *belief;
	const char *output, *errors;
	int64_t status;
	int signal;
	enum outcome outcome;
	const char *message; /* NULL: none */
	bool silent;
} rows[] = {
    {&both, OK, "", 0, 0, OUTCOME_PASS, NULL, false},
    {&both, OK, "", 77, 0, OUTCOME_CRASH, "said ok and then ended with status 77", false},
    {&both, OK, "", 0xC0000005, 0, OUTCOME_CRASH, "said ok and then ended with status 0xC0000005",
     false},
    {&both, OK, "", -1073741819, 0, OUTCOME_CRASH, "said ok and then ended with status 0xC0000005",
     false},
    {&text, OK, "", 0xC0000005, 0, OUTCOME_PASS, NULL, false},
    {&both, "ok 1 - title # SKIP no\n", "", 77, 0, OUTCOME_SKIP, "no", false},
    {&both, "ok 1 - title # SKIP no\n", "", 0, 0, OUTCOME_CRASH,
     "said ok and then ended with status 0", false},
    {&both, NOT_OK, "", 1, 0, OUTCOME_FAIL, NULL, false},
    {&both, NOT_OK, "", 0, 11, OUTCOME_FAIL, NULL, false},
    {&both, NOT_OK "  ---\n  outcome: broken\n  message: m\n  ...\n", "", 99, 0, OUTCOME_BROKEN,
     "m", false},
    {&both, NOT_OK "  ---\n  outcome: pass\n  message: m\n  ...\n", "", 0, 0, OUTCOME_FAIL, "m",
     false},
    {&both, NOT_OK "  ---\n  where: i = 3\n  message: m\n  ...\n", "", 1, 0, OUTCOME_FAIL,
     "m where i = 3", false},
    {&both, OK NOT_OK, "", 0, 0, OUTCOME_CRASH, "gave 2 verdicts", false},
    {&both, "Bail out! exception 0xC0000005 at 0x10\n", "", 5, 0, OUTCOME_CRASH,
     "crashed: exception 0xC0000005 at 0x10", false},
    {&both, "Bail out!\n", "", 1, 0, OUTCOME_CRASH, "crashed", false},
    {&both, "Bail out! exception 0x80000100 unimplemented HeapSummary\n", "", 1, 0,
     OUTCOME_UNIMPLEMENTED, "unimplemented: HeapSummary", false},
    {&both, "Bail out! unimplemented heap snapshots\n", "", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: heap snapshots", false},
    {&both, "Bail out! exception 0x80000100 at 0x10\n", "", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: a function it calls", false},
    {&both, OK "Bail out! exception 0xC0000005 at 0x10\n", "", 5, 0, OUTCOME_CRASH,
     "crashed: exception 0xC0000005 at 0x10", false},
    /* no verdict */
    {&both, "", "", 0, 0, OUTCOME_CRASH, "ended with status 0 without a verdict", true},
    {&both, "", "", 0, 9, OUTCOME_CRASH, "was ended by signal 9 without a verdict", true},
    {&both, "TAP version 14\n1..1\n", "", 0, 0, OUTCOME_CRASH,
     "ended with status 0 without a verdict", false},
    {&both, "", "a word\n", 1, 0, OUTCOME_CRASH, "ended with status 1 without a verdict", false},
    {&both, "", "", 0xC0000139, 0, OUTCOME_UNIMPLEMENTED, "unimplemented: a function it calls",
     false},
    {&both, "", "", 0xC0000135, 0, OUTCOME_UNIMPLEMENTED, "unimplemented: a function it calls",
     false},
    {&both, "", "", 0x80000100, 0, OUTCOME_UNIMPLEMENTED, "unimplemented: a function it calls",
     false},
    {&both, "", "", -1073741511, 0, OUTCOME_UNIMPLEMENTED, "unimplemented: a function it calls",
     false},
    /* the last line that is not the kit's own names one of its imports */
    {&both, "", "no GetProcessHeaps here\n", 0, 6, OUTCOME_UNIMPLEMENTED,
     "unimplemented: GetProcessHeaps", false},
    {&both, "", "no GetProcessHeaps here", 0, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: GetProcessHeaps", false},
    {&both, "TAP version 14\nkernel32!GetProcessHeap?\n1..1\n", "", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: GetProcessHeap", false},
    {&both, "", "GetProcessHeaps\n\n \r\n", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: GetProcessHeaps", false},
    {&both, "", "GetProcessHeaps\ndone\n", 1, 0, OUTCOME_CRASH,
     "ended with status 1 without a verdict", false},
    {&both, "", "MyGetProcessHeaps GetProcessHeapsEx\n", 1, 0, OUTCOME_CRASH,
     "ended with status 1 without a verdict", false},
    {&both, "", "no HeapWalk\n", 1, 0, OUTCOME_CRASH, "ended with status 1 without a verdict",
     false},
    {&both, OK, "no GetProcessHeaps\n", 0, 0, OUTCOME_PASS, NULL, false},
    /* what a pattern finds, anywhere */
    {&both, "", "stub: HeapSummary!\nfixme\n", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: HeapSummary", false},
    {&both, "", "stub: (none) stub: HeapSummary!\nfixme\n", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: HeapSummary", false},
    {&both, "", "stub: HeapSummary\nfixme\n", 1, 0, OUTCOME_CRASH,
     "ended with status 1 without a verdict", false},
    {&both, "HeapSummary is missing\nfixme\n", "", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: HeapSummary", false},
    {&both, "alas, HeapSummary is missing\nfixme\n", "", 1, 0, OUTCOME_UNIMPLEMENTED,
     "unimplemented: HeapSummary", false},
    /* text is not believed */
    {&status, "", "", 0, 0, OUTCOME_PASS, NULL, false},
    {&status, NOT_OK, "", 0, 0, OUTCOME_PASS, NULL, false},
    {&status, "", "", 1, 0, OUTCOME_FAIL, "ended with status 1; its text cannot be read here",
     false},
    {&status, "", "", 77, 0, OUTCOME_SKIP, "its reason cannot be read here", false},
    {&status, "", "", 99, 0, OUTCOME_BROKEN, "its set-up failed", false},
    {&status, "", "", 5, 0, OUTCOME_CRASH, "ended with status 5 without a verdict", true},
    {&status, "", "", 0, 11, OUTCOME_CRASH, "was ended by signal 11 without a verdict", true},
    {&status, "", "", 0x101, 0, OUTCOME_CRASH, "ended with status 0x00000101 without a verdict",
     true},
    {&status, "", "no WriteFile\n", 1, 6, OUTCOME_UNIMPLEMENTED, "unimplemented: WriteFile", false},
};

static char *patterns[] = {(char *)"stub: {name}!", (char *)"{name} is missing"};
static const struct implementation implementation = {.unimplemented = patterns,
						     .unimplemented_count = 2};

static void check(const struct judgement *judgement, enum outcome outcome, const char *message)
{
	ck_assert_str_eq(outcome_name(judgement->outcome), outcome_name(outcome));
	if (message) {
		ck_assert_ptr_nonnull(judgement->message);
		ck_assert_str_eq(judgement->message, message);
	} else {
		ck_assert_ptr_null(judgement->message);
	}
}

START_TEST(case_that_ended)
{
	const struct program one = program(KIND_CASE, "title");
	const struct ending end =
	    ending(rows[_i].output, rows[_i].errors, rows[_i].status, rows[_i].signal);
	struct judgement judgement;

	judge(&one, &implementation, rows[_i].belief, &end, &judgement);
	check(&judgement, rows[_i].outcome, rows[_i].message);
	ck_assert_int_eq(judgement.silent, rows[_i].silent);
	ck_assert(!judgement.is_void);
	ck_assert_ptr_nonnull(judgement.observations);
	judgement_free(&judgement);
}
END_TEST

/* However good its verdict is. */
START_TEST(case_that_was_ended)
{
	const struct program one = program(KIND_CASE, "title");
	struct ending end = ending(OK, "", 0, 9);
	struct judgement judgement;

	end.timed_out = true;
	end.seconds = 10.3;
	end.limit = 10;
	judge(&one, &implementation, &both, &end, &judgement);
	check(&judgement, OUTCOME_TIMEOUT, "did not end within 10.0 s");
	judgement_free(&judgement);
	end.timed_out = false;
	end.flooded = true;
	judge(&one, &implementation, &both, &end, &judgement);
	check(&judgement, OUTCOME_CRASH, "printed more than a case may");
	judgement_free(&judgement);
	end.started = false;
	end.start_error = (char *)"no such file or directory";
	judge(&one, &implementation, &both, &end, &judgement);
	check(&judgement, OUTCOME_CRASH, "could not be started: no such file or directory");
	judgement_free(&judgement);
}
END_TEST

START_TEST(fields_and_observations)
{
	const struct program one = program(KIND_CASE, "title");
	const struct ending end =
	    ending("# observe: a = b\n" NOT_OK
		   "  ---\n  message: m\n  got: g\n  want: w\n  at: f:1\n  ...\n",
		   "", 1, 0);
	struct judgement judgement;

	judge(&one, &implementation, &both, &end, &judgement);
	check(&judgement, OUTCOME_FAIL, "m");
	ck_assert_str_eq(judgement.got, "g");
	ck_assert_str_eq(judgement.want, "w");
	ck_assert_str_eq(judgement.at, "f:1");
	ck_assert_str_eq(json_string_value(json_object_get(judgement.observations, "a")), "b");
	judgement_free(&judgement);
}
END_TEST

#define STRANGER "Another component created a heap between calls. Please try again.\r\n"

static const struct {
	const struct belief *belief;
	const char *output, *errors;
	int64_t status;
	enum outcome outcome;
	bool is_void;
} runs[] = {
    {&both, "Process has 1 heaps.\r\nHeap 0 at address: 0xA.\r\n", "", 0, OUTCOME_PASS, false},
    {&both, "Process has 1 heaps.\nHeap 0 at address: 0xA.", "", 0, OUTCOME_PASS, false},
    {&text, "Process has 1 heaps.\nHeap 0 at address: 0xA.\n", "", 1, OUTCOME_PASS, false},
    {&both, "Process has 1 heaps.\nHeap 0 at address: 0xA.\n\n", "", 0, OUTCOME_FAIL, false},
    {&both, "Process has 1 heaps.\nHeap 0 at address: 0x.\n", "", 0, OUTCOME_FAIL, false},
    {&both, "Process has 1 heaps.\nHeap 0 at address: A g.\n", "", 0, OUTCOME_FAIL, false},
    {&both, "Process has 1 heaps.\nHeap 0 at address: A\n", "", 0, OUTCOME_FAIL, false},
    {&both, "Process has -1 heaps.\n", "", 0, OUTCOME_FAIL, false},
    {&both, "Process has 99999999999999999999999 heaps.\nHeap 0 at address: A.\n", "", 0,
     OUTCOME_FAIL, false},
    {&both, "\nProcess has 1 heaps.\nHeap 0 at address: A.\n", "", 0, OUTCOME_FAIL, false},
    {&both, STRANGER, "", 1, OUTCOME_FAIL, true},
    {&text, STRANGER, "", 1, OUTCOME_FAIL, true},
    {&both, STRANGER "more\n", "", 1, OUTCOME_FAIL, false},
    {&both, "Process has 1 heaps.\n" STRANGER, "", 1, OUTCOME_FAIL, false},
    {&status, "", "", 0, OUTCOME_SKIP, false},
    {&both, "", "", 0xC0000139, OUTCOME_UNIMPLEMENTED, false},
    {&both, "", "no GetProcessHeaps\n", 1, OUTCOME_UNIMPLEMENTED, false},
    {&both, "Process has 1 heaps.\n", "no GetProcessHeaps\n", 1, OUTCOME_FAIL, false},
};

START_TEST(reference_program)
{
	const struct program one = program(KIND_PROGRAM, "title");
	const struct ending end = ending(runs[_i].output, runs[_i].errors, runs[_i].status, 0);
	struct judgement judgement;

	judge(&one, &implementation, runs[_i].belief, &end, &judgement);
	ck_assert_msg(judgement.outcome == runs[_i].outcome, "'%s': %s, %s", runs[_i].output,
		      outcome_name(judgement.outcome), judgement.message);
	ck_assert_int_eq(judgement.is_void, runs[_i].is_void);
	judgement_free(&judgement);
}
END_TEST

static const struct {
	const char *title, *output;
	int64_t status;
	int signal;
	bool good;
} canaries[] = {
    {"status 42", "", 42, 0, true},
    {"status 42", "noise\n", 42, 0, true},
    {"status 42", "", 43, 0, false},
    {"status 42", "", 42, 11, false},
    {"status 43", "", 42, 0, false},
    {"text quince", "quince\r\n", 0, 0, true},
    {"text quince", "loading\nquince\n", 3, 0, true},
    {"text quince", "quin", 0, 0, false},
    {"text quince", "", 0, 0, false},
    {"dance", "dance", 0, 0, false},
};

START_TEST(canary)
{
	const struct program one = program(KIND_CANARY, canaries[_i].title);
	struct ending end =
	    ending(canaries[_i].output, "", canaries[_i].status, canaries[_i].signal);

	ck_assert_msg(judge_canary(&one, &end) == canaries[_i].good, "%s", canaries[_i].title);
	end.timed_out = true;
	ck_assert(!judge_canary(&one, &end));
	end.timed_out = false;
	end.flooded = true;
	ck_assert(!judge_canary(&one, &end));
}
END_TEST

/* As a lane sends it. */
START_TEST(answer_of_a_lane)
{
	json_t *answer =
	    json_pack("{s:i s:b s:s s:b s:b s:I s:i s:f s:f s:o s:o}", "job", 3, "started", 1,
		      "error", "", "timed_out", 1, "flooded", 0, "status", (json_int_t)0xC0000005,
		      "signal", 9, "seconds", 1.5, "timeout", 1.0, "out",
		      bytes_to_json("a\0b\xFF", 4), "err", bytes_to_json(NULL, 0));
	struct ending end;

	ending_from_json(answer, &end);
	ck_assert(end.started && end.timed_out && !end.flooded);
	ck_assert(end.status == 0xC0000005);
	ck_assert_int_eq(end.signal, 9);
	ck_assert_double_eq(end.seconds, 1.5);
	ck_assert_double_eq(end.limit, 1.0);
	ck_assert_uint_eq(end.output_size, 4);
	ck_assert_mem_eq(end.output, "a\0b\xFF", 5);
	ck_assert_uint_eq(end.errors_size, 0);
	ck_assert_str_eq(end.errors, "");
	ending_free(&end);
	json_decref(answer);
}
END_TEST

Suite *judge_suite(void)
{
	Suite *suite = suite_create("judge");
	TCase *tcase = tcase_create("judge");

	tcase_add_loop_test(tcase, case_that_ended, 0, sizeof rows / sizeof *rows);
	tcase_add_test(tcase, case_that_was_ended);
	tcase_add_test(tcase, fields_and_observations);
	tcase_add_loop_test(tcase, reference_program, 0, sizeof runs / sizeof *runs);
	tcase_add_loop_test(tcase, canary, 0, sizeof canaries / sizeof *canaries);
	tcase_add_test(tcase, answer_of_a_lane);
	suite_add_tcase(suite, tcase);
	return suite;
}
