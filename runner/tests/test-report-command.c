/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* fileno() */
#endif
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../heapkit/command.h"
#include "make-results.h"
#include "scratch.h"

static char *out, *errors; /* of the last call */

/* Lets a stream write into a file; returns what leads back. */
static int divert(FILE *stream, const char *path)
{
	int saved;

	fflush(stream);
	saved = dup(fileno(stream));
	ck_assert_ptr_nonnull(freopen(path, "wb", stream));
	return saved;
}

static void restore(FILE *stream, int saved)
{
	fflush(stream);
	dup2(saved, fileno(stream));
	close(saved);
	clearerr(stream);
}

/* Runs `heapkit report WORDS` with standard output there (NULL: into `out`). */
static int report_to(const char *path, const char *const *words)
{
	char *arguments[8] = {(char *)"report"};
	int count = 1, saved_out, saved_errors, status;

	for (; words[count - 1]; count++)
		arguments[count] = (char *)words[count - 1];
	saved_out = divert(stdout, path ? path : scratch_path("out"));
	saved_errors = divert(stderr, scratch_path("errors"));
	status = command_report(count, arguments);
	restore(stdout, saved_out);
	restore(stderr, saved_errors);
	free(out);
	free(errors);
	out = path ? NULL : make_contents(scratch_path("out"));
	errors = make_contents(scratch_path("errors"));
	return status;
}

#define REPORT(...) report_to(NULL, (const char *const[]){__VA_ARGS__, NULL})

static void end(void)
{
	free(out);
	free(errors);
	out = errors = NULL;
	scratch_end();
}

static const char *sample(void)
{
	struct results results;
	const char *path;

	make_results(&results);
	path = make_file(&results, "results.jsonl");
	results_free(&results);
	return path;
}

static const struct {
	const char *option, *begins;
} formats[] = {
    {"--format=tap", "TAP version 14\n"},   {"--format=junit", "<?xml "},
    {"--format=markdown", "## wine-8.0"},   {"--format=json", "{\"heapkit\":"},
    {"--format=html", "<!DOCTYPE html>\n"}, {"--format=terminal", "wine-8.0 (Debian), judged by"},
    {"--", "wine-8.0 (Debian), judged by"},
};

START_TEST(prints_the_format)
{
	ck_assert_int_eq(REPORT(formats[_i].option, sample()), 0);
	ck_assert_msg(strncmp(out, formats[_i].begins, strlen(formats[_i].begins)) == 0, "'%s'",
		      out);
	ck_assert_str_eq(errors, "");
}
END_TEST

START_TEST(options_may_stand_behind_the_file)
{
	ck_assert_int_eq(REPORT(sample(), "--format", "tap"), 0);
	ck_assert(strncmp(out, "TAP", 3) == 0);
}
END_TEST

/* Nothing of a bad file is printed, and what was unexpected in a good one is no error. */
START_TEST(status_is_about_the_printing)
{
	struct results results;

	make_results(&results);
	make_ending(json_array_get(results.cases, 0), "fail", "pass", "");
	json_object_update_new(results.footer, results_footer(&results));
	ck_assert_int_eq(REPORT(make_file(&results, "red")), 0);
	ck_assert_ptr_nonnull(strstr(out, "UNEXPECTED"));
	json_object_set_new(results.footer, "cases", json_integer(7));
	ck_assert_int_eq(REPORT(make_file(&results, "bad")), 2);
	ck_assert_str_eq(out, "");
	ck_assert_ptr_nonnull(strstr(errors, "bad:5: the footer does not agree"));
	results_free(&results);
}
END_TEST

static const struct {
	const char *words[3];
	const char *error;
} misuses[] = {
    {{"--format", "xml", "r"},
     "heapkit: --format xml: unknown; give terminal, tap, junit, markdown, json or html\n"},
    {{"--format"},
     "heapkit: --format: needs a value: terminal, tap, junit, markdown, json or html\n"},
    {{"--form"}, "heapkit: --form: needs a value: terminal, tap, junit, markdown, json or html\n"},
    {{"--colour", "r"}, "heapkit: --colour: unknown option; see heapkit report --help\n"},
    {{"-xy", "r"}, "heapkit: -x: unknown option; see heapkit report --help\n"},
    {{"r", "s"},
     "heapkit: s: a second file; --format terminal shows one: "
     "report them one by one\n"},
    {{"--format=tap"}, "heapkit: report: no file; name one that heapkit run --results wrote\n"},
};

START_TEST(misuse_is_said_in_one_line)
{
	const char *words[4] = {misuses[_i].words[0], misuses[_i].words[1], misuses[_i].words[2]};

	ck_assert_int_eq(report_to(NULL, words), 2);
	ck_assert_str_eq(errors, misuses[_i].error);
	ck_assert_str_eq(out, "");
}
END_TEST

START_TEST(help_goes_to_standard_output)
{
	ck_assert_int_eq(REPORT("--help", "--format"), 0);
	ck_assert(strncmp(out, "Usage: heapkit report ", 22) == 0);
	ck_assert_str_eq(errors, "");
}
END_TEST

#ifdef __linux__
START_TEST(full_disk_is_reported)
{
	ck_assert_int_eq(report_to("/dev/full", (const char *const[]){sample(), NULL}), 2);
	ck_assert_str_eq(errors, "heapkit: standard output: cannot be written: "
				 "No space left on device; make room\n");
}
END_TEST
#endif

Suite *report_command_suite(void)
{
	Suite *suite = suite_create("report-command");
	TCase *tcase = tcase_create("report-command");

	tcase_add_checked_fixture(tcase, scratch_begin, end);
	tcase_add_loop_test(tcase, prints_the_format, 0, sizeof formats / sizeof *formats);
	tcase_add_test(tcase, options_may_stand_behind_the_file);
	tcase_add_test(tcase, status_is_about_the_printing);
	tcase_add_loop_test(tcase, misuse_is_said_in_one_line, 0, sizeof misuses / sizeof *misuses);
	tcase_add_test(tcase, help_goes_to_standard_output);
#ifdef __linux__
	tcase_add_test(tcase, full_disk_is_reported);
#endif
	suite_add_tcase(suite, tcase);
	return suite;
}
