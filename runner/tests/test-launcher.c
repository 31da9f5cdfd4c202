/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../heapkit/launcher.h"
#include "../heapkit/pool.h"
#include "scratch.h"

static const struct {
	const char *path, *word; /* NULL: left to start.exe */
} words[] = {
    {"/tmp/a.exe", "Z:\\tmp\\a.exe"},
    {"/tmp/with blank/a.exe", "Z:\\tmp\\with blank\\a.exe"},
    {"/tmp/x.y/.hidden/a.exe", "Z:\\tmp\\x.y\\.hidden\\a.exe"},
    {"/tmp/it's (1)/a&b.exe", "Z:\\tmp\\it's (1)\\a&b.exe"},
    {"/tmp/../a.exe", NULL},
    {"/tmp/./a.exe", NULL},
    {"/tmp/dot./a.exe", NULL},
    {"/tmp/blank /a.exe", NULL},
    {"/tmp/a.exe.", NULL},
    {"/tmp/\"a\".exe", NULL},
    {"/tmp/a\\b.exe", NULL},
    {"/tmp/a:b.exe", NULL},
    {"/tmp/a*.exe", NULL},
    {"/tmp/line\nbreak.exe", NULL},
    {"/tmp/\xC3\xA4.exe", NULL},
};

START_TEST(a_path_is_what_windows_calls_it)
{
	char *word = launcher_word(words[_i].path);

	ck_assert_pstr_eq(word, words[_i].word);
	free(word);
}
END_TEST

START_TEST(a_relative_path_becomes_whole)
{
	char *word;

	ck_assert_int_eq(chdir("/usr"), 0);
	word = launcher_word("lib/a.exe");
	ck_assert_str_eq(word, "Z:\\usr\\lib\\a.exe");
	free(word);
}
END_TEST

/* Enough of a loader: who it is for stands in the fifth byte. */
static struct wine wine_with(const char *loader)
{
	return (struct wine){.loader = (char *)scratch_text("loader", loader)};
}

static char *find(const char *word, const struct wine *wine)
{
	char *launcher = NULL;
	struct error error;

	ck_assert(launcher_find(word, scratch_path(""), wine, &launcher, &error));
	return launcher;
}

START_TEST(the_launcher_of_a_64_bit_wine_is_found)
{
	const struct wine wine = wine_with("\177ELF\2...");
	const char *path = scratch_text("launcher.exe", "MZ");
	char *named = find("launcher.exe", &wine), *given = find(path, &wine);

	ck_assert_ptr_nonnull(named);
	ck_assert(access(named, R_OK) == 0);
	ck_assert_str_eq(given, path);
	free(named);
	free(given);
}
END_TEST

START_TEST(wine_starts_its_programs_itself)
{
	struct wine wine = wine_with("\177ELF\2...");

	ck_assert_ptr_null(find("launcher.exe", &wine)); /* nobody built one */
	scratch_text("launcher.exe", "MZ");
	ck_assert_ptr_null(find("", &wine));
	ck_assert_ptr_null(find(NULL, &wine));
	wine.build_tree = (char *)"/wine/build";
	ck_assert_ptr_null(find("launcher.exe", &wine));
	wine = wine_with("\177ELF\1...");
	ck_assert_ptr_null(find("launcher.exe", &wine));
	wine = wine_with("\177EL");
	ck_assert_ptr_null(find("launcher.exe", &wine));
}
END_TEST

START_TEST(a_path_that_is_not_there_is_an_error)
{
	const struct wine wine = wine_with("\177ELF\2...");
	struct error error;
	char *launcher;

	ck_assert(!launcher_find("./none.exe", scratch_path(""), &wine, &launcher, &error));
	ck_assert_str_eq(error.text,
			 "--set launcher=./none.exe: is not there; name a launcher, or leave it "
			 "empty for Wine's own start.exe");
	ck_assert_ptr_null(launcher);
}
END_TEST

static char *command_of(const struct implementation *implementation, const char *path,
			unsigned bits)
{
	const struct program program = {.path = (char *)path, .pe.bits = bits};
	json_t *words_of_it = pool_command(implementation, &program);
	char *text = json_dumps(words_of_it, 0);

	json_decref(words_of_it);
	return text;
}

START_TEST(it_stands_before_32_bit_programs)
{
	char *command[] = {(char *)"wine", (char *)"{exe}"};
	const struct implementation wine = {
	    .command = command, .command_count = 2, .launcher = (char *)"/l.exe"};
	char *narrow = command_of(&wine, "/a.exe", 32), *wide = command_of(&wine, "/a.exe", 64);
	char *odd = command_of(&wine, "/a:.exe", 32);

	ck_assert_str_eq(narrow, "[\"wine\", \"/l.exe\", \"Z:\\\\a.exe\"]");
	ck_assert_str_eq(wide, "[\"wine\", \"/a.exe\"]");
	ck_assert_str_eq(odd, "[\"wine\", \"/a:.exe\"]");
	free(narrow);
	free(wide);
	free(odd);
}
END_TEST

Suite *launcher_suite(void)
{
	Suite *suite = suite_create("launcher");
	TCase *tcase = tcase_create("launcher");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_loop_test(tcase, a_path_is_what_windows_calls_it, 0,
			    sizeof words / sizeof *words);
	tcase_add_test(tcase, a_relative_path_becomes_whole);
	tcase_add_test(tcase, the_launcher_of_a_64_bit_wine_is_found);
	tcase_add_test(tcase, wine_starts_its_programs_itself);
	tcase_add_test(tcase, a_path_that_is_not_there_is_an_error);
	tcase_add_test(tcase, it_stands_before_32_bit_programs);
	suite_add_tcase(suite, tcase);
	return suite;
}
