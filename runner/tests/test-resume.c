/* SPDX-License-Identifier: MIT */
/* Runs that were interrupted, somewhere, and go on. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "suites.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "make-results.h"
#include "run-heapkit.h"
#include "scratch.h"

/* What a file of results holds, but for the times; a footer's, too. To be freed. */
static char *without_times(const char *path)
{
	struct results results;
	struct error error;
	json_t *whole, *result;
	char *text;
	size_t i;

	ck_assert_msg(results_read(path, &results, &error), "%s", error.text);
	ck_assert_ptr_nonnull(results.footer);
	json_object_del(results.header, "started");
	json_object_del(results.footer, "seconds");
	json_array_foreach(results.cases, i, result) json_object_del(result, "seconds");
	whole = json_pack("[O, O, O]", results.header, results.cases, results.footer);
	text = json_dumps(whole, JSON_INDENT(1));
	json_decref(whole);
	results_free(&results);
	return text;
}

static void assert_same(const char *path, const char *other)
{
	char *got = without_times(path), *want = without_times(other);

	assert_text(got, want);
	free(got);
	free(want);
}

/* Runs the fake with that option and its value behind the usual ones. */
static int run_with(const char *behaviour, const char *option, const char *value, const char *more)
{
	const char *words[] = {"run", "--cases", suite_path(), "--jobs",  "1",  option,
			       value, "--",      fake_path(),  behaviour, NULL, NULL};

	if (more) {
		words[7] = more;
		words[8] = "--";
		words[9] = fake_path();
		words[10] = behaviour;
	}
	return heapkit_run(words);
}

static int resume(const char *behaviour, const char *path)
{
	return run_with(behaviour, "--resume", path, NULL);
}

static const struct {
	const char *behaviour;
	int status;
} behaviours[] = {
    {"passes", 0}, {"fails", 1}, {"skips", 0}, {"status-only", 0}, {"observes", 0},
};

/*
 * A file that is cut behind each line, in the middle of the next, and before its end. What it says
 * already is neither run again nor written again: the marks stay.
 */
START_TEST(goes_on_from_any_line)
{
	const char *behaviour = behaviours[_i].behaviour;
	char *whole;
	size_t size;

	ck_assert_int_eq(run_with(behaviour, "--results", scratch_path("whole"), NULL),
			 behaviours[_i].status);
	whole = make_contents(scratch_path("whole"));
	size = strlen(whole);
	for (size_t end = 0; end <= size; end++) {
		const char *next = strchr(whole + end, '\n');
		const bool boundary = end == 0 || whole[end - 1] == '\n' || whole[end] == '\n';
		const bool middle = next && end > 0 && whole[end - 1] == '\n';
		const char *path = scratch_path("cut");

		if (!boundary)
			continue;
		scratch_bytes("cut", whole, end);
		ck_assert_int_eq(resume(behaviour, path), behaviours[_i].status);
		assert_same(path, scratch_path("whole"));
		if (!middle)
			continue;
		scratch_bytes("cut", whole, end + (size_t)(next - whole - (long)end) / 2);
		ck_assert_int_eq(resume(behaviour, path), behaviours[_i].status);
		assert_same(path, scratch_path("whole"));
	}
	free(whole);
}
END_TEST

/* A mark in what is there, which a second run would not make. */
START_TEST(runs_nothing_again)
{
	char *whole, *mark, *end;

	ck_assert_int_eq(run_with("passes", "--results", scratch_path("whole"), NULL), 0);
	whole = make_contents(scratch_path("whole"));
	mark = strstr(whole, "the second title");
	ck_assert_ptr_nonnull(mark);
	memcpy(mark, "THE", 3);
	end = strchr(mark, '\n') + 1;
	scratch_bytes("cut", whole, (size_t)(end - whole) + 30);
	ck_assert_int_eq(resume("passes", scratch_path("cut")), 0);
	assert_contains(heapkit_out, "as expected: 4 pass");
	free(whole);
	whole = make_contents(scratch_path("cut"));
	assert_contains(whole, "THE second title");
	free(whole);
}
END_TEST

/* What is known to be unimplemented need not be found out again. */
START_TEST(knows_what_is_missing)
{
	char *whole, *end;

	HEAPKIT_FAKE("lacks-enumeration", NULL);
	whole = make_contents(results_path());
	end = strchr(strstr(whole, "unimplemented: GetProcessHeaps"), '\n') + 1;
	scratch_bytes("results.jsonl", whole, (size_t)(end - whole));
	free(whole);
	ck_assert_int_eq(resume("lacks-enumeration", results_path()), 1);
	ck_assert_str_eq(result_text(find_result("area/third"), "outcome"), "unimplemented");
	ck_assert_int_eq(json_integer_value(json_object_get(find_result("area/third"), "attempts")),
			 0);
	ck_assert_str_eq(result_text(find_result("reference/program"), "outcome"), "unimplemented");
}
END_TEST

/* Every byte: nothing is lost, nothing is there twice, and what is added makes it whole. */
START_TEST(cut_at_every_byte)
{
	struct results results;
	const char *path;
	char *whole;
	size_t size;

	make_mixture(&results);
	path = make_file(&results, "whole");
	whole = make_contents(path);
	size = strlen(whole);
	for (size_t end = 0; end <= size; end++) {
		const char *cut = scratch_bytes("cut", whole, end);
		struct results begun;
		struct results_writer writer;
		struct error error;
		size_t lines = 0, found, kept = 0;
		char *again;

		for (size_t i = 0; i < end; i++)
			if (whole[i] == '\n') {
				lines++;
				kept = i + 1;
			}
		ck_assert_msg(results_read_begun(cut, &begun, &found, &error), "%s", error.text);
		ck_assert_uint_eq(found, kept);
		ck_assert_int_eq(begun.header != NULL, lines > 0);
		ck_assert_int_eq(begun.footer != NULL, end == size);
		ck_assert_uint_eq((begun.header != NULL) + json_array_size(begun.cases) +
				      (begun.footer != NULL),
				  lines);
		ck_assert_msg(results_open_again(&writer, cut, found, &error), "%s", error.text);
		fputs(whole + kept, writer.file);
		ck_assert(results_close(&writer, &error));
		again = make_contents(cut);
		ck_assert_str_eq(again, whole);
		free(again);
		results_free(&begun);
	}
	free(whole);
	results_free(&results);
}
END_TEST

static const struct {
	int signal;
	unsigned fakes; /* that were started before */
} ends[] = {{SIGKILL, 1}, {SIGINT, 1}, {SIGTERM, 1}, {SIGKILL, 0}};

/* The runner is ended in the middle, and another one goes on. */
START_TEST(runner_is_ended)
{
	const char *const words[] = {"run",          "--cases",    suite_path(), "--results",
				     results_path(), "--jobs",     "1",          "--",
				     fake_path(),    "takes-time", NULL};
	pid_t runner;

	ck_assert_int_eq(run_with("takes-time", "--results", scratch_path("whole"), NULL), 0);
	unlink(scratch_path("fakes"));
	runner = heapkit_start(words);
	if (ends[_i].fakes)
		wait_for_fakes(ends[_i].fakes);
	else
		while (access(results_path(), F_OK) != 0)
			usleep(500);
	kill(runner, ends[_i].signal);
	heapkit_wait(runner);
	if (ends[_i].signal != SIGKILL)
		assert_contains(heapkit_errors, "go on with `heapkit run --resume`");
	/* Its lane may still be on its way out. */
	usleep(200000);
	while (waitpid(-1, NULL, WNOHANG) > 0)
		continue;
	ck_assert_int_eq(resume("takes-time", results_path()), 0);
	assert_same(results_path(), scratch_path("whole"));
}
END_TEST

START_TEST(nothing_to_do)
{
	char *before;

	ck_assert_int_eq(HEAPKIT_FAKE(behaviours[_i].behaviour, NULL), behaviours[_i].status);
	before = make_contents(results_path());
	ck_assert_int_eq(resume(behaviours[_i].behaviour, results_path()), behaviours[_i].status);
	assert_one_error("has a footer, its run came to its end; there is nothing to go on with");
	ck_assert_ptr_nonnull(strstr(heapkit_out, "judged by heapkit"));
	assert_file("results.jsonl", before);
	free(before);
}
END_TEST

/* Replaces the first `part` in the file by another text of the same length. */
static void change(const char *part, const char *other)
{
	char *text = make_contents(results_path()), *place = strstr(text, part);

	ck_assert_msg(place != NULL, "there is no '%s' in '%s'", part, text);
	memcpy(place, other, strlen(other));
	scratch_text("results.jsonl", text);
	free(text);
}

/* How the file differs, or the run. */
static const struct {
	const char *part, *other;   /* in the file; NULL: nothing */
	const char *option, *value; /* of the run; NULL: none */
	const char *error;
} others[] = {
    {"\"suite\":\"", "\"suite\":\"x", NULL, NULL, "results.jsonl has the suite \"x"},
    {"\"heapkit\":\"", "\"heapkit\":\"x", NULL, NULL, "has the version of heapkit \"x"},
    {"\"name\":\"fa", "\"name\":\"x", NULL, NULL, "has the implementation \"x"},
    {"\"system\":\"L", "\"system\":\"x", NULL, NULL, "has the kind of host \"x"},
    {"\"command\":[\"", "\"command\":[\"x", NULL, NULL, "has the command [\"x"},
    {"area/second", "area/fourth", NULL, NULL, "a result that is no part of this run"},
    {"\"interrupted\":false", "\"interrupted\": true", NULL, NULL, "its footer says that"},
    {"{\"heapkit\":", "{\"HEAPKIT\":", NULL, NULL, "results.jsonl:1: the first line is no header"},
    {"\"outcome\":", "\"OUTCOME\":", NULL, NULL, "results.jsonl:2: case lacks the key"},
    {NULL, NULL, "--case", "area/*", "has --case [] and this run has [\"area/*\"]"},
    {NULL, NULL, "--target", "x86*", "has --target [] and this run has [\"x86*\"]"},
    {NULL, NULL, "--retries", "2", "has --retries 1 and this run has 2"},
    {NULL, NULL, "--timeout", "2.5", "has --timeout null and this run has 2.5"},
    {NULL, NULL, "--shard", "1/2", "is a whole run and this run is shard 1/2"},
    {NULL, NULL, "--all", NULL, "has --all false and this run has true"},
    {NULL, NULL, "--strict", NULL, "has --strict false and this run has true"},
    {NULL, NULL, "--results", "x", "it takes no --results"},
};

START_TEST(another_run)
{
	const char *words[20] = {"run",          "--cases", suite_path(), "--resume",
				 results_path(), "--jobs",  "1"};
	size_t count = 7;
	char *before;

	ck_assert_int_eq(HEAPKIT_FAKE("passes", NULL), 0);
	if (others[_i].part)
		change(others[_i].part, others[_i].other);
	before = make_contents(results_path());
	if (others[_i].option)
		words[count++] = others[_i].option;
	if (others[_i].value)
		words[count++] = others[_i].value;
	words[count++] = "--";
	words[count++] = fake_path();
	words[count++] = "passes";
	ck_assert_int_eq(heapkit_run(words), 2);
	assert_one_error(others[_i].error);
	ck_assert_str_eq(heapkit_out, "");
	assert_file("results.jsonl", before);
	free(before);
}
END_TEST

/* The expectations have changed since: half of the results would be held against others. */
START_TEST(other_expectations)
{
	const char *known = scratch_text("known.yaml", "- case: area/first\n"
						       "  expect: fail\n"
						       "  reason: a reason\n");
	char *whole;

	ck_assert_int_eq(HEAPKIT_FAKE("fails", "--expect", known), 0);
	whole = make_contents(results_path());
	scratch_bytes("results.jsonl", whole, strlen(whole) - 100);
	free(whole);
	ck_assert_int_eq(resume("fails", results_path()), 2);
	assert_one_error("has the expectations \"");
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--resume", results_path(),
				 "--expect", known, "--", fake_path(), "fails"),
			 0);
	assert_contains(heapkit_out, "1 known deviation");
}
END_TEST

/* A shard is resumed as that shard. */
START_TEST(shard)
{
	char *whole;

	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--shard", "2/2"), 0);
	whole = make_contents(results_path());
	scratch_text("whole", whole);
	scratch_bytes("results.jsonl", whole, strlen(whole) - 1200);
	free(whole);
	ck_assert_int_eq(run_with("passes", "--resume", results_path(), NULL), 2);
	assert_one_error("is shard 2/2 and this run is a whole one");
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--resume", results_path(),
				 "--shard", "2/2", "--jobs", "1", "--", fake_path(), "passes"),
			 0);
	assert_same(results_path(), scratch_path("whole"));
}
END_TEST

/* What is no file of results is not touched. */
static const struct {
	const char *text, *error;
} letters[] = {
    {"Dear Ada,", "the first line is no header"},
    {"Dear Ada,\n", "not JSON"},
    {"{\"heapkit\"=", "the first line is no header"},
    {"[1, 2]\n", "not an object"},
    {"\n", "not JSON"},
};

START_TEST(somebody_elses_file)
{
	scratch_text("results.jsonl", letters[_i].text);
	ck_assert_int_eq(resume("passes", results_path()), 2);
	assert_one_error(letters[_i].error);
	assert_file("results.jsonl", letters[_i].text);
	ck_assert_int_eq(resume("passes", "/nowhere.jsonl"), 2);
	assert_one_error("/nowhere.jsonl");
}
END_TEST

Suite *resume_suite(void)
{
	const size_t all = sizeof behaviours / sizeof *behaviours;
	Suite *suite = suite_create("resume");
	TCase *tcase = tcase_create("resume");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, goes_on_from_any_line, 0, (int)all);
	tcase_add_test(tcase, runs_nothing_again);
	tcase_add_test(tcase, knows_what_is_missing);
	tcase_add_test(tcase, cut_at_every_byte);
	tcase_add_loop_test(tcase, runner_is_ended, 0, sizeof ends / sizeof *ends);
	tcase_add_loop_test(tcase, nothing_to_do, 0, (int)all);
	tcase_add_loop_test(tcase, another_run, 0, sizeof others / sizeof *others);
	tcase_add_test(tcase, other_expectations);
	tcase_add_test(tcase, shard);
	tcase_add_loop_test(tcase, somebody_elses_file, 0, sizeof letters / sizeof *letters);
	suite_add_tcase(suite, tcase);
	return suite;
}
