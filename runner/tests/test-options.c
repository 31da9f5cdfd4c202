/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <string.h>

#include "../heapkit/options.h"

enum { WORDS = 10 };

static struct run_options options;
static struct error error;

/* Parses `run WORDS`, which end with NULL. */
static bool parse(const char *const *words)
{
	static char copies[WORDS][64];
	static char *arguments[WORDS + 2] = {(char *)"run"};
	int count = 1;

	for (; words[count - 1]; count++) {
		strncpy(copies[count - 1], words[count - 1], sizeof copies[0] - 1);
		arguments[count] = copies[count - 1];
	}
	arguments[count] = NULL;
	error.text[0] = '\0';
	return options_parse(count, arguments, &options, &error);
}
#define PARSE(...) parse((const char *const[]){__VA_ARGS__, NULL})

START_TEST(nothing_is_the_default)
{
	ck_assert(parse((const char *const[]){NULL}));
	ck_assert_ptr_null(options.on);
	ck_assert_ptr_null(options.command);
	ck_assert_ptr_null(options.results);
	ck_assert_uint_eq(options.retries, 1);
	ck_assert_uint_eq(options.jobs, 0);
	ck_assert(!options.all && !options.strict && !options.help && !options.ignore_expectations);
	ck_assert(words_match(&options.cases, "anything"));
	options_free(&options);
}
END_TEST

START_TEST(every_option)
{
	ck_assert(
	    PARSE("--on", "emu", "--set", "a=b", "--set", "c=d", "--all", "--strict", "--jobs=3"));
	ck_assert_str_eq(options.on, "emu");
	ck_assert_uint_eq(options.settings.count, 2);
	ck_assert_str_eq(options.settings.words[1], "c=d");
	ck_assert(options.all && options.strict);
	ck_assert_uint_eq(options.jobs, 3);
	options_free(&options);
	ck_assert(PARSE("--timeout", "0.25", "--retries", "0", "--results", "r", "--expect", "e"));
	ck_assert_double_eq(options.timeout, 0.25);
	ck_assert_uint_eq(options.retries, 0);
	ck_assert_str_eq(options.results, "r");
	ck_assert_str_eq(options.expectations, "e");
	options_free(&options);
	ck_assert(PARSE("--write-expectations", "w", "--ignore-expectations", "--cases", "d",
			"--program", "p.exe", "--help"));
	ck_assert_str_eq(options.draft, "w");
	ck_assert_str_eq(options.cases_folder, "d");
	ck_assert_str_eq(options.program, "p.exe");
	ck_assert(options.ignore_expectations && options.help);
	options_free(&options);
}
END_TEST

/* Behind -- nothing is an option any more. */
START_TEST(command)
{
	ck_assert(PARSE("--case", "a/*", "--", "./emu", "--case", "{exe}", "--"));
	ck_assert_uint_eq(options.command_count, 4);
	ck_assert_str_eq(options.command[0], "./emu");
	ck_assert_str_eq(options.command[3], "--");
	ck_assert_uint_eq(options.cases.count, 1);
	options_free(&options);
}
END_TEST

START_TEST(globs)
{
	ck_assert(PARSE("--case", "a/*", "--case", "b/c", "--target", "*-bare"));
	ck_assert(words_match(&options.cases, "a/x"));
	ck_assert(words_match(&options.cases, "b/c"));
	ck_assert(!words_match(&options.cases, "b/d"));
	ck_assert(words_match(&options.targets, "i686-bare"));
	ck_assert(!words_match(&options.targets, "i686-msvcrt"));
	options_free(&options);
}
END_TEST

static const struct {
	const char *words[WORDS];
	const char *error;
} mistakes[] = {
    {{"--no"}, "there is no option --no; see `heapkit run --help`"},
    {{"--all=yes"}, "there is no option --all=yes; see `heapkit run --help`"},
    {{"--strict", "-q"}, "there is no option -q; see `heapkit run --help`"},
    {{"--strict", "-qr"}, "there is no option -qr; see `heapkit run --help`"},
    {{"--strict", "--on"}, "--on needs a value; see `heapkit run --help`"},
    {{"emu"}, "\"emu\" is no option; a command to run programs with stands behind --"},
    {{"--all", "emu"}, "\"emu\" is no option; a command to run programs with stands behind --"},
    {{"--"}, "there is no command behind --"},
    {{"--on", "a", "--", "b"}, "--on a and a command behind -- exclude each other"},
    {{"--expect", "a", "--ignore-expectations"},
     "--expect and --ignore-expectations exclude each other"},
    {{"--program", "a", "--case", "b"}, "--program judges one program; it takes no --case"},
    {{"--jobs", "0"}, "--jobs takes a whole number from 1 to 4096, not \"0\""},
    {{"--jobs", "-1"}, "--jobs takes a whole number from 1 to 4096, not \"-1\""},
    {{"--jobs", "+1"}, "--jobs takes a whole number from 1 to 4096, not \"+1\""},
    {{"--jobs", "2x"}, "--jobs takes a whole number from 1 to 4096, not \"2x\""},
    {{"--jobs", ""}, "--jobs takes a whole number from 1 to 4096, not \"\""},
    {{"--jobs", "4097"}, "--jobs takes a whole number from 1 to 4096, not \"4097\""},
    {{"--jobs", "99999999999999999999"},
     "--jobs takes a whole number from 1 to 4096, not \"99999999999999999999\""},
    {{"--retries", "-1"}, "--retries takes a whole number from 0 to 4096, not \"-1\""},
    {{"--timeout", "0"}, "--timeout takes seconds above 0 and up to 86400, not \"0\""},
    {{"--timeout", "-1"}, "--timeout takes seconds above 0 and up to 86400, not \"-1\""},
    {{"--timeout", "nan"}, "--timeout takes seconds above 0 and up to 86400, not \"nan\""},
    {{"--timeout", "inf"}, "--timeout takes seconds above 0 and up to 86400, not \"inf\""},
    {{"--timeout", "1s"}, "--timeout takes seconds above 0 and up to 86400, not \"1s\""},
    {{"--timeout", ""}, "--timeout takes seconds above 0 and up to 86400, not \"\""},
    {{"--timeout", "1e9"}, "--timeout takes seconds above 0 and up to 86400, not \"1e9\""},
};

START_TEST(mistakes_are_named)
{
	ck_assert(!parse(mistakes[_i].words));
	ck_assert_str_eq(error.text, mistakes[_i].error);
	options_free(&options);
}
END_TEST

/* The manual knows every option. */
START_TEST(help_is_complete)
{
	static const char *const names[] = {"--on",
					    "--set",
					    "--program",
					    "--case",
					    "--target",
					    "--jobs",
					    "--timeout",
					    "--retries",
					    "--all",
					    "--results",
					    "--expect",
					    "--write-expectations",
					    "--ignore-expectations",
					    "--strict",
					    "--cases",
					    "-- COMMAND"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ck_assert_msg(strstr(run_help, names[i]) != NULL, "%s", names[i]);
}
END_TEST

Suite *options_suite(void)
{
	Suite *suite = suite_create("options");
	TCase *tcase = tcase_create("options");

	tcase_add_test(tcase, nothing_is_the_default);
	tcase_add_test(tcase, every_option);
	tcase_add_test(tcase, command);
	tcase_add_test(tcase, globs);
	tcase_add_loop_test(tcase, mistakes_are_named, 0, sizeof mistakes / sizeof *mistakes);
	tcase_add_test(tcase, help_is_complete);
	suite_add_tcase(suite, tcase);
	return suite;
}
