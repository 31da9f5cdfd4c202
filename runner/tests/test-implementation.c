/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/implementation.h"
#include "../heapkit/text.h"
#include "scratch.h"

static const char full[] =
    "name: emu\n"
    "command: [\"{emu}\", --dir, \"{exe}/..\", \"{exe}\", \"{unknown\"]\n"
    "version: [\"{emu}\", --version]\n"
    "targets: [i686-bare, \"x86_64-*\"]\n"
    "settings:\n"
    "  - {name: emu, value: emu}\n"
    "  - {name: dir, value: \"\"}\n"
    "environment: [{name: A, value: \"x{dir}y{exe}{dir}\"}, {name: B, value: \"\"}]\n"
    "unimplemented: [\"missing import {name} from\"]\n"
    "expectations: other\n"
    "wine: full\n"
    "fixed_addresses: true\n"
    "jobs: 2\n";

/* The scratch folder holds NAME.yaml. */
static bool load(const char *name, struct implementation *implementation, struct error *error)
{
	error->text[0] = 0;
	return implementation_load(scratch_path(""), name, implementation, error);
}

START_TEST(every_key)
{
	struct implementation emu;
	struct error error;

	scratch_text("emu.yaml", full);
	ck_assert_msg(load("emu", &emu, &error), "%s", error.text);
	ck_assert_str_eq(emu.name, "emu");
	ck_assert_uint_eq(emu.command_count, 5);
	ck_assert_uint_eq(emu.version_count, 2);
	ck_assert_uint_eq(emu.targets_count, 2);
	ck_assert_str_eq(emu.targets[1], "x86_64-*");
	ck_assert_uint_eq(emu.settings_count, 2);
	ck_assert_uint_eq(emu.environment_count, 2);
	ck_assert_uint_eq(emu.unimplemented_count, 1);
	ck_assert_str_eq(emu.expectations, "other");
	ck_assert_str_eq(emu.wine, "full");
	ck_assert(emu.fixed_addresses);
	ck_assert_uint_eq(emu.jobs, 2);
	implementation_free(&emu);
	implementation_free(&emu);
}
END_TEST

START_TEST(few_keys)
{
	struct implementation emu;
	struct error error;

	scratch_text("emu.yaml", "command: [emu]\nname: emu\n");
	ck_assert_msg(load("emu", &emu, &error), "%s", error.text);
	ck_assert_uint_eq(emu.command_count, 1);
	ck_assert_uint_eq(emu.version_count + emu.targets_count + emu.settings_count, 0);
	ck_assert_ptr_null(emu.wine);
	ck_assert_ptr_null(emu.expectations);
	ck_assert(!emu.fixed_addresses);
	ck_assert_uint_eq(emu.jobs, 0);
	ck_assert(!implementation_set(&emu, "emu=x", &error));
	ck_assert_str_eq(error.text, "--set emu=x: emu has no settings; leave it out");
	implementation_expand(&emu);
	ck_assert_str_eq(emu.command[0], "emu");
	implementation_free(&emu);
}
END_TEST

START_TEST(settings)
{
	struct implementation emu;
	struct error error;

	scratch_text("emu.yaml", full);
	ck_assert_msg(load("emu", &emu, &error), "%s", error.text);
	ck_assert(!implementation_set(&emu, "wien=x", &error));
	ck_assert_str_eq(error.text, "--set wien=x: emu has no such setting; there are: emu, dir");
	ck_assert(!implementation_set(&emu, "em=x", &error));
	ck_assert(!implementation_set(&emu, "emu", &error));
	ck_assert_str_eq(error.text, "--set emu: is no setting; write NAME=VALUE");
	ck_assert(!implementation_set(&emu, "=x", &error));
	ck_assert(implementation_set(&emu, "emu=./a=b/{dir}", &error));
	ck_assert(implementation_set(&emu, "dir=", &error));
	ck_assert(implementation_set(&emu, "dir={emu}", &error));
	ck_assert_str_eq(implementation_setting(&emu, "dir"), "{emu}");
	ck_assert_ptr_null(implementation_setting(&emu, "exe"));
	implementation_expand(&emu);
	ck_assert_str_eq(emu.command[0], "./a=b/{dir}");
	ck_assert_str_eq(emu.command[2], "{exe}/..");
	ck_assert_str_eq(emu.command[4], "{unknown");
	ck_assert_str_eq(emu.version[0], "./a=b/{dir}");
	ck_assert_str_eq(emu.environment[0].value, "x{emu}y{exe}{emu}");
	implementation_free(&emu);
}
END_TEST

START_TEST(by_path)
{
	struct implementation emu;
	struct error error;

	ck_assert_msg(implementation_load("nowhere", scratch_text("emu.yaml", full), &emu, &error),
		      "%s", error.text);
	ck_assert_str_eq(emu.name, "emu");
	implementation_free(&emu);
}
END_TEST

/* Braces around what can be no name are text. */
START_TEST(other_braces)
{
	struct implementation emu;
	struct error error;

	scratch_text("emu.yaml",
		     "name: emu\ncommand: ['{', '{}', '}{', '{a b}', '{{exe}}', "
		     "'{0123456789012345678901234567890123456789012345678901234567890123}']\n");
	ck_assert_msg(load("emu", &emu, &error), "%s", error.text);
	implementation_expand(&emu);
	ck_assert_str_eq(emu.command[4], "{{exe}}");
	implementation_free(&emu);
}
END_TEST

/* Time that grows with the square of the braces would be minutes. */
START_TEST(half_a_megabyte_of_braces)
{
	enum { SIZE = 1 << 19 };
	char *word = xcalloc(SIZE + 1, 1), *filled;

	memset(word, '{', SIZE);
	filled = implementation_word(word, "a.exe", 64);
	ck_assert_str_eq(filled, word);
	free(filled);
	free(word);
}
END_TEST

START_TEST(too_many_settings)
{
	struct implementation emu;
	struct error error;
	struct text text = {0};

	text_put(&text, "name: emu\ncommand: [emu]\nsettings:\n");
	for (int i = 0; i < 257; i++)
		text_printf(&text, "  - {name: a%d, value: b}\n", i);
	scratch_text("emu.yaml", text_string(&text));
	text_free(&text);
	ck_assert(!load("emu", &emu, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "'settings' has too many entries; take some out"));
}
END_TEST

static void check_word(const char *word, const char *exe, unsigned bits, const char *want)
{
	char *filled = implementation_word(word, exe, bits);

	ck_assert_str_eq(filled, want);
	free(filled);
}

/* {folder} is known for the whole run, {exe} and {bits32} for one program. */
START_TEST(a_binary_for_each_width)
{
	struct implementation emu;
	struct error error;

	scratch_text("emu.yaml", "name: emu\ncommand: ['{folder}/emu{bits32}', 'x{exe}']\n");
	ck_assert_msg(load("emu", &emu, &error), "%s", error.text);
	emu.folder = xstrdup("/opt/{exe}");
	implementation_expand(&emu);
	ck_assert_str_eq(emu.command[0], "/opt/{exe}/emu{bits32}");
	implementation_free(&emu);
	check_word("emu{bits32}", "a.exe", 32, "emu32");
	check_word("emu{bits32}", "a.exe", 64, "emu");
	check_word("x{exe}{exe}", "{bits32}", 32, "x{bits32}{bits32}");
	check_word("{other}", "a.exe", 32, "{other}");
}
END_TEST

START_TEST(unknown_name)
{
	struct implementation emu;
	struct error error;

	ck_assert(!load("emu", &emu, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "--on emu: there are no implementations in "));
	scratch_text("wine.yaml", "bad");
	scratch_text("a.yaml", "bad");
	scratch_text("README.md", "bad");
	ck_assert(!load("emu", &emu, &error));
	ck_assert_str_eq(error.text,
			 "--on emu: there is no such implementation; there are: a, wine, "
			 "or a path that ends with .yaml");
	ck_assert(!load("../wine", &emu, &error));
	ck_assert(!load("", &emu, &error));
	ck_assert(!implementation_load(scratch_path("none"), "wine", &emu, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "--on wine: there are no implementations in "));
	ck_assert(!implementation_load(scratch_path("a.yaml"), "wine", &emu, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "a.yaml: cannot be read: not a directory"));
	implementation_free(&emu);
}
END_TEST

static const struct {
	const char *text, *want;
} bad[] = {
    {"name: emu\n", "emu.yaml:1: the key 'command' is missing"},
    {"name: emu\ncommand: emu\n", "emu.yaml:2: 'command' is a text; write a list"},
    {"name: emu\ncommand: []\n", "emu.yaml:2: 'command' is empty"},
    {"name: emu\ncomand: [emu]\n",
     "emu.yaml:2: the key 'comand' is unknown; there are: name, command"},
    {"name: ../emu\ncommand: [emu]\n", "emu.yaml:1: '../emu' is no name; write letters"},
    {"name: emu\ncommand: [emu]\nexpectations: a/b\n", "emu.yaml:3: 'a/b' is no name"},
    {"name: emu\nversion: ['{emu}']\ncommand: [emu]\n", "emu.yaml:2: {emu} is neither {exe} nor"},
    {"name: emu\n\ncommand: [emu, '{exe}', 'a{x}b']\n",
     "emu.yaml:3: {x} is neither {exe} nor a setting"},
    {"name: emu\ncommand: [emu]\nsettings: [{name: a, value: b}, {name: a, value: c}]\n",
     "emu.yaml:3: the setting 'a' stands there twice; take one out"},
    {"name: emu\ncommand: [emu]\nsettings: [{name: exe, value: b}]\n",
     "emu.yaml:3: {exe} is the program to run; choose another name"},
    {"name: emu\ncommand: [emu]\nsettings: [{name: folder, value: b}]\n",
     "emu.yaml:3: {folder} has a meaning of its own; choose another name"},
    {"name: emu\ncommand: [emu]\nsettings: [{name: 'a b', value: b}]\n",
     "emu.yaml:3: 'a b' is no name"},
    {"name: emu\ncommand: [emu]\nsettings: [{name: a}]\n",
     "emu.yaml:3: the key 'value' is missing"},
    {"name: emu\ncommand: [emu]\nenvironment: [{name: A, value: b}, {name: A, value: b}]\n",
     "emu.yaml:3: the variable 'A' stands there twice"},
    {"name: emu\ncommand: [emu]\nenvironment: [{name: A=b, value: b}]\n",
     "emu.yaml:3: 'A=b' is no name of a variable"},
    {"name: emu\ncommand: [emu]\nenvironment: {A: b}\n",
     "emu.yaml:3: 'environment' is keys and values; write a list"},
    {"name: emu\ncommand: [emu]\nunimplemented: [missing]\n",
     "emu.yaml:3: 'missing' does not hold {name} once; write it"},
    {"name: emu\ncommand: [emu]\nunimplemented: ['{name}{name}']\n",
     "emu.yaml:3: '{name}{name}' does not hold {name} once"},
    {"name: emu\ncommand: [emu]\nwine: yes\n",
     "emu.yaml:3: 'wine' cannot be 'yes'; write minimal or full"},
    {"name: emu\ncommand: [emu]\nfixed_addresses: flase\n",
     "emu.yaml:3: 'fixed_addresses' cannot be 'flase'; write true or false"},
    {"name: emu\ncommand: [emu]\njobs: 0\n", "emu.yaml:3: 'jobs' cannot be 0; write"},
    {"name: emu\ncommand: [emu]\njobs: all\n",
     "emu.yaml:3: 'jobs' cannot be 'all'; write a whole number"},
};

START_TEST(bad_file)
{
	struct implementation emu;
	struct error error;

	scratch_text("emu.yaml", bad[_i].text);
	ck_assert_msg(!load("emu", &emu, &error), "accepted, wanted: %s", bad[_i].want);
	ck_assert_msg(strstr(error.text, bad[_i].want) && strstr(error.text, "; "),
		      "got:  %s\nwant: %s", error.text, bad[_i].want);
	implementation_free(&emu);
}
END_TEST

static const char *const commands[][2] = {
    {"./my-emulator", "my-emulator"},
    {"my-emulator", "my-emulator"},
    {"/usr/bin/emulator/", "emulator/"},
    {"build/emu.exe", "emu"},
    {".exe", ".exe"},
};

START_TEST(from_command)
{
	char *words[] = {(char *)commands[_i][0], "-q", "{exe}"};
	struct implementation emu;

	implementation_from_command(words, 3, &emu);
	ck_assert_str_eq(emu.name, commands[_i][1]);
	ck_assert_uint_eq(emu.command_count, 3);
	implementation_expand(&emu);
	ck_assert_str_eq(emu.command[0], commands[_i][0]);
	ck_assert_str_eq(emu.command[2], "{exe}");
	implementation_free(&emu);
}
END_TEST

Suite *implementation_suite(void)
{
	Suite *suite = suite_create("implementation");
	TCase *tcase = tcase_create("implementation");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_test(tcase, every_key);
	tcase_add_test(tcase, few_keys);
	tcase_add_test(tcase, settings);
	tcase_add_test(tcase, by_path);
	tcase_add_test(tcase, other_braces);
	tcase_add_test(tcase, a_binary_for_each_width);
	tcase_add_test(tcase, half_a_megabyte_of_braces);
	tcase_add_test(tcase, too_many_settings);
	tcase_add_test(tcase, unknown_name);
	tcase_add_loop_test(tcase, bad_file, 0, sizeof bad / sizeof *bad);
	tcase_add_loop_test(tcase, from_command, 0, sizeof commands / sizeof *commands);
	suite_add_tcase(suite, tcase);
	return suite;
}
