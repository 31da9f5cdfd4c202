/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/ladder.h"
#include "make-results.h"
#include "run-heapkit.h"
#include "scratch.h"

/* A case whose imports are those words beside what every program needs. */
static json_t *add(struct results *results, const char *id, const char *target, const char *words)
{
	json_t *result = make_add(results, make_case(id, target));
	json_t *imports = json_pack("[s, s, s]", "ExitProcess", "GetStdHandle", "WriteFile");
	char *copy = xstrdup(words);

	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		json_array_append_new(imports, json_string(word));
	json_object_set_new(result, "imports", imports);
	free(copy);
	return result;
}

static void lack(json_t *result, const char *message)
{
	make_ending(result, "unimplemented", "pass", message);
}

static const struct ladder_function *function_of(const struct ladder *ladder, const char *name)
{
	for (size_t i = 0; i < ladder->function_count; i++)
		if (strcmp(ladder->functions[i].name, name) == 0)
			return &ladder->functions[i];
	ck_abort_msg("%s is not there", name);
	return NULL;
}

static void assert_step(const struct ladder *ladder, size_t index, const char *name,
			unsigned unlocks, unsigned waiting)
{
	ck_assert_uint_gt(ladder->step_count, index);
	ck_assert_str_eq(ladder->steps[index].function->name, name);
	ck_assert_uint_eq(ladder->steps[index].unlocks, unlocks);
	ck_assert_uint_eq(ladder->steps[index].waiting, waiting);
}

static void assert_words(const struct ladder *ladder, const char *want)
{
	struct text text = {0};

	ladder_words(ladder, &text);
	ck_assert_str_eq(text_string(&text), want);
	text_free(&text);
}

START_TEST(everything_works)
{
	struct results results;
	struct ladder ladder;

	results_begin(&results, make_header());
	add(&results, "a/prints", "a-bare", "");
	add(&results, "a/heap", "a-bare", "GetProcessHeap GetLastError");
	add(&results, "a/walk", "a-bare", "HeapCreate HeapWalk");
	results.footer = make_footer(&results);
	ladder_make(&ladder, &results);
	ck_assert(ladder.known);
	/* the rungs between, for which nothing ran, are no hindrance */
	assert_words(&ladder, "rung 7 of 10 (validate and walk)");
	ck_assert_uint_eq(ladder.rungs[3].functions, 2); /* and GetLastError, needed there first */
	ck_assert_uint_eq(ladder.rungs[7].ran, 1);
	ck_assert_uint_eq(ladder.rungs[8].ran, 0);
	ck_assert_uint_eq(ladder.step_count, 0);
	ladder_free(&ladder);
	results_free(&results);
}
END_TEST

/* What is right above a rung that lacks something is counted. */
START_TEST(nothing_is_hidden)
{
	struct results results;
	struct ladder ladder;

	results_begin(&results, make_header());
	add(&results, "a/heap", "a-bare", "GetProcessHeap");
	lack(add(&results, "a/list", "a-bare", "GetProcessHeaps"),
	     "unimplemented: GetProcessHeaps");
	add(&results, "a/walk", "a-bare", "HeapCreate HeapWalk");
	results.footer = make_footer(&results);
	ladder_make(&ladder, &results);
	assert_words(&ladder, "rung 3 of 10 (default heap); next: GetProcessHeaps");
	ck_assert(!ladder.rungs[4].climbed);
	ck_assert(ladder.rungs[7].climbed);
	ck_assert_uint_eq(ladder.rungs[7].passed, 1);
	ladder_free(&ladder);
	results_free(&results);
}
END_TEST

/* Each step is counted with those before it in place, and a case once for all its targets. */
START_TEST(most_valuable_first)
{
	struct results results;
	struct ladder ladder;

	results_begin(&results, make_header());
	for (int i = 0; i < 2; i++) {
		const char *target = i ? "a-bare" : "b-bare";

		lack(add(&results, "a/walk", target, "HeapWalk"), "unimplemented: HeapWalk");
		lack(add(&results, "a/both", target, "HeapLock HeapWalk"),
		     "unimplemented: HeapWalk");
		lack(add(&results, "b/lock", target, "HeapLock"), "unimplemented: HeapLock");
		lack(add(&results, "b/lock-2", target, "HeapLock"), "unimplemented: HeapLock");
		add(&results, "c/prints", target, "");
	}
	lack(add(&results, "c/summary", "a-bare", "GetProcAddress"), "unimplemented: HeapSummary");
	results.footer = make_footer(&results);
	ladder_make(&ladder, &results);
	ck_assert_uint_eq(ladder.step_count, 3);
	assert_step(&ladder, 0, "HeapLock", 2, 3);
	ck_assert_uint_eq(ladder.steps[0].results.count, 6);
	assert_step(&ladder, 1, "HeapWalk", 2, 2);
	assert_step(&ladder, 2, "HeapSummary", 1, 1); /* looked up, not imported */
	ck_assert_uint_eq(ladder.steps[2].function->rung, 9);
	assert_words(&ladder, "rung 2 of 10 (prints); next: HeapLock, HeapWalk, HeapSummary");
	ladder_free(&ladder);
	results_free(&results);
}
END_TEST

/* Two that only help together: the one that more wait for comes first. */
START_TEST(none_unlocks_alone)
{
	struct results results;
	struct ladder ladder;

	results_begin(&results, make_header());
	lack(add(&results, "a/one", "a-bare", "HeapAlloc HeapFree"), "unimplemented: HeapAlloc");
	lack(add(&results, "a/two", "a-bare", "HeapAlloc HeapFree HeapSize"),
	     "unimplemented: HeapSize");
	lack(add(&results, "a/three", "a-bare", "HeapAlloc HeapFree"), "unimplemented: HeapFree");
	results.footer = make_footer(&results);
	ladder_make(&ladder, &results);
	assert_step(&ladder, 0, "HeapAlloc", 0, 3);
	assert_step(&ladder, 1, "HeapFree", 2, 3);
	assert_step(&ladder, 2, "HeapSize", 1, 1);
	ladder_free(&ladder);
	results_free(&results);
}
END_TEST

/* An implementation that does not say what it lacks. */
START_TEST(crashes_are_suspected)
{
	struct results results;
	struct ladder ladder;

	results_begin(&results, make_header());
	make_ending(add(&results, "a/one", "a-bare", "HeapWalk HeapCreate"), "crash", "pass", "x");
	make_ending(add(&results, "a/two", "a-bare", "HeapLock HeapCreate"), "timeout", "pass",
		    "x");
	make_ending(add(&results, "a/three", "a-bare", "HeapSize HeapCreate"), "fail", "pass", "x");
	add(&results, "a/four", "a-bare", "HeapCreate");
	results.footer = make_footer(&results);
	ladder_make(&ladder, &results);
	ck_assert_int_eq(function_of(&ladder, "HeapWalk")->state, LADDER_SILENT);
	ck_assert_int_eq(function_of(&ladder, "HeapSize")->state, LADDER_FAILS);
	ck_assert_int_eq(function_of(&ladder, "HeapCreate")->state, LADDER_WORKS);
	ck_assert_uint_eq(ladder.step_count, 2);
	assert_step(&ladder, 0, "HeapWalk", 1, 1);
	assert_step(&ladder, 1, "HeapLock", 1, 1);
	assert_words(&ladder, "rung 5 of 10 (private heaps); next: HeapWalk, HeapLock");
	ladder_free(&ladder);
	results_free(&results);
}
END_TEST

/* Of all targets that ran the worst counts; one that cannot run is told and does not. */
START_TEST(worst_of_the_targets)
{
	struct results results;
	struct ladder ladder;

	results_begin(&results, make_header());
	add(&results, "a/walk", "a-bare", "HeapWalk");
	lack(add(&results, "a/walk", "b-bare", "HeapWalk"), "unimplemented: HeapWalk");
	results.footer = make_footer(&results);
	json_object_set_new(json_object_get(results.footer, "targets"), "c-bare",
			    json_pack("{s:b, s:b, s:b, s:n}", "runs", 0, "status_believed", 0,
				      "text_believed", 0, "message"));
	ladder_make(&ladder, &results);
	ck_assert_uint_eq(ladder.rung, 2);
	ck_assert_int_eq(function_of(&ladder, "HeapWalk")->state, LADDER_MISSING);
	ladder_free(&ladder);
	results_free(&results);
}
END_TEST

START_TEST(text_that_is_not_believed)
{
	struct results results;
	struct ladder ladder;

	results_begin(&results, make_header());
	add(&results, "a/heap", "a-bare", "GetProcessHeap");
	results.footer = make_footer(&results);
	json_object_set_new(json_object_get(json_object_get(results.footer, "targets"), "a-bare"),
			    "text_believed", json_false());
	ladder_make(&ladder, &results);
	ck_assert_uint_eq(ladder.rung, 1);
	ck_assert(ladder.rungs[3].climbed);
	ladder_free(&ladder);
	results_free(&results);
}
END_TEST

START_TEST(every_function_of_the_ladder)
{
	const char *const hosted[] = {"GetProcAddress", "_initterm", "HeapCreate"};

	ck_assert_uint_eq(rung_of_function("HeapWalk", false), 7);
	ck_assert_uint_eq(rung_of_function("GetLastError", false), 0);
	ck_assert_uint_eq(rung_of_function("RtlEnumProcessHeaps", false), 10);
	ck_assert_uint_eq(rung_of_function("GetProcAddress", false), 10);
	ck_assert_uint_eq(rung_of_imports(hosted, 3), 5);
	ck_assert_uint_eq(rung_of_imports(hosted, 1), 10);
	ck_assert_uint_eq(rung_of_imports(NULL, 0), 1);
}
END_TEST

static const char printed[] =
    "wine-8.0 (Debian), judged by heapkit 0.1.0, suite 0123456789abcdef\n"
    "stands on rung 3 of 10: default heap\n"
    "\n"
    "      rung                 functions  passed\n"
    "  10  tool help and ntdll\n"
    "   9  information\n"
    "   8  locks and threads\n"
    "   7  validate and walk    0 of 1     0 of 1        missing: HeapWalk\n"
    "   6  blocks               0 of 1     0 of 1        no case passes with: HeapSize\n"
    "   5  private heaps\n"
    "   4  enumeration\n"
    ">  3  default heap         1 of 1     1 of 1\n"
    "   2  prints               2 of 2\n"
    "   1  starts and exits     1 of 1\n"
    "\n"
    "next, the most valuable first: how many of the cases that wait for it lack nothing else then\n"
    "  HeapWalk  rung 7   unlocks 1 of 1        a-bare\n";

START_TEST(printed_from_results)
{
	struct results results;
	const char *path;

	results_begin(&results, make_header());
	add(&results, "a/heap", "a-bare", "GetProcessHeap");
	make_ending(add(&results, "a/size", "a-bare", "HeapSize"), "fail", "pass", "x");
	lack(add(&results, "a/walk", "a-bare", "HeapWalk"), "unimplemented: HeapWalk");
	results.footer = make_footer(&results);
	path = make_file(&results, "ladder.jsonl");
	ck_assert_int_eq(HEAPKIT("ladder", path), 0);
	assert_text(heapkit_out, printed);
	ck_assert_str_eq(heapkit_errors, "");
	results_free(&results);
}
END_TEST

START_TEST(misuse)
{
	struct results results;
	const char *path;

	make_results(&results); /* of an earlier version: without imports */
	path = make_file(&results, "old.jsonl");
	results_free(&results);
	ck_assert_int_eq(HEAPKIT("ladder", path), 2);
	assert_one_error("old.jsonl: does not say what its cases import; run again");
	ck_assert_int_eq(HEAPKIT("ladder", path, path), 2);
	assert_one_error("ladder takes one file of results");
	ck_assert_int_eq(HEAPKIT("ladder", "--strict"), 2);
	assert_one_error("ladder takes no --write-expectations, --strict or --program");
	ck_assert_int_eq(HEAPKIT("ladder", "nowhere.jsonl"), 2);
	assert_one_error("nowhere.jsonl");
	ck_assert_int_eq(HEAPKIT("ladder", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit ladder");
}
END_TEST

/* The options of a run stand before the command of the implementation. */
static int ladder_of_fake(const char *behaviour)
{
	return HEAPKIT("ladder", "--cases", suite_path(), "--results", results_path(), "--jobs",
		       "1", "--", fake_path(), behaviour);
}

START_TEST(of_a_run)
{
	ck_assert_int_eq(ladder_of_fake("passes"), 0);
	assert_contains(heapkit_out, "stands on rung 4 of 10: enumeration\n");
	ck_assert_uint_eq(json_array_size(json_object_get(find_result("area/first"), "imports")),
			  3);
	ck_assert_int_eq(ladder_of_fake("lacks-enumeration"), 0);
	assert_contains(heapkit_out, "stands on rung 3 of 10: default heap\n");
	assert_contains(heapkit_out, "  GetProcessHeaps  rung 4   unlocks ");
	ck_assert_int_eq(ladder_of_fake("fails"), 0); /* no verdict */
	assert_contains(heapkit_out, ">  4  enumeration          1 of 1     2 of 3\n");
}
END_TEST

/* Before anything runs there is a rung and a next step, of a run and of its results. */
START_TEST(rung_0)
{
	static const char *const behaviours[] = {"canaries-silent", "canaries-hello",
						 "canaries-crash", "canaries-end-with-42"};

	ck_assert_int_eq(ladder_of_fake(behaviours[_i]), 3);
	assert_contains(heapkit_out, "stands on rung 0 of 10: nothing yet\n");
	assert_contains(heapkit_out, "\nnext\n  ExitProcess: ");
	assert_contains(heapkit_out, "x86_64-bare: cannot run: ");
	assert_contains(heapkit_out, "Try by hand: /");
	ck_assert_int_eq(HEAPKIT("ladder", results_path()), 0);
	assert_contains(heapkit_out, "stands on rung 0 of 10: nothing yet\n");
	assert_contains(heapkit_out, "\nnext\n  ExitProcess: ");
}
END_TEST

START_TEST(rung_0_with_a_name)
{
	ck_assert_int_eq(ladder_of_fake("canaries-lack-everything"), 3);
	assert_contains(heapkit_out, "\nnext\n  WriteFile: ");
	ck_assert_int_eq(HEAPKIT("ladder", results_path()), 0);
	assert_contains(heapkit_out, "\nnext\n  WriteFile: ");
}
END_TEST

Suite *ladder_suite(void)
{
	Suite *suite = suite_create("ladder");
	TCase *made = tcase_create("made"), *whole = tcase_create("whole");

	tcase_add_checked_fixture(made, scratch_begin, scratch_end);
	tcase_add_test(made, everything_works);
	tcase_add_test(made, nothing_is_hidden);
	tcase_add_test(made, most_valuable_first);
	tcase_add_test(made, none_unlocks_alone);
	tcase_add_test(made, crashes_are_suspected);
	tcase_add_test(made, worst_of_the_targets);
	tcase_add_test(made, text_that_is_not_believed);
	tcase_add_test(made, every_function_of_the_ladder);
	suite_add_tcase(suite, made);
	tcase_add_checked_fixture(whole, heapkit_begin, heapkit_end);
	tcase_set_timeout(whole, 60);
	tcase_add_test(whole, printed_from_results);
	tcase_add_test(whole, misuse);
	tcase_add_test(whole, of_a_run);
	tcase_add_loop_test(whole, rung_0, 0, 4);
	tcase_add_test(whole, rung_0_with_a_name);
	suite_add_tcase(suite, whole);
	return suite;
}
