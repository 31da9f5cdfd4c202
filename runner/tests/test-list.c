/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "make-pe.h"
#include "run-heapkit.h"
#include "scratch.h"

/* Without the canaries, which are no cases. */
START_TEST(for_people)
{
	ck_assert_int_eq(HEAPKIT("list", "--cases", suite_path()), 0);
	ck_assert_str_eq(heapkit_out, "reference/program  REF-01 REF-02: lists heaps\n"
				      "area/second        GPD-01: the second title\n"
				      "area/first         GPH-01 GPH-05: the first title\n"
				      "area/third         GPH-02: the third title\n");
	ck_assert_str_eq(heapkit_errors, "");
}
END_TEST

START_TEST(only_some)
{
	ck_assert_int_eq(
	    HEAPKIT("list", "--cases", suite_path(), "--case", "area/f*", "--target", "*-bare"), 0);
	ck_assert_str_eq(heapkit_out, "area/first  GPH-01 GPH-05: the first title\n");
}
END_TEST

/* One object a line, one for all targets of a case. */
START_TEST(for_programs)
{
	const struct heapkit_section section = make_section(
	    "case", "cases/area/first.c", "i686-bare", "GPH-01 GPH-05", "the first title");
	const char *const imports[] = {"HeapWalk", NULL};
	json_t *entry, *target;

	make_pe(scratch_path("suite/32.exe"), &section, 32, imports);
	ck_assert_int_eq(HEAPKIT("list", "--json", "--cases", suite_path(), "--case", "area/first"),
			 0);
	entry = json_loads(heapkit_out, 0, NULL);
	ck_assert_ptr_nonnull(entry);
	ck_assert_str_eq(result_text(entry, "id"), "area/first");
	ck_assert_str_eq(result_text(entry, "title"), "the first title");
	ck_assert_str_eq(result_text(entry, "kind"), "case");
	ck_assert_uint_eq(json_array_size(json_object_get(entry, "requirements")), 2);
	ck_assert_uint_eq(json_object_size(json_object_get(entry, "targets")), 2);
	target = json_object_get(json_object_get(entry, "targets"), "x86_64-bare");
	ck_assert_int_eq(json_integer_value(json_object_get(target, "rung")), 4);
	ck_assert_str_eq(result_text(target, "rung_name"), "enumeration");
	ck_assert_uint_eq(json_array_size(json_object_get(target, "imports")), 3);
	ck_assert_int_eq(result_text(target, "file")[0], '/');
	target = json_object_get(json_object_get(entry, "targets"), "i686-bare");
	ck_assert_int_eq(json_integer_value(json_object_get(target, "rung")), 7);
	json_decref(entry);
}
END_TEST

START_TEST(every_line_is_an_object)
{
	unsigned lines = 0;

	ck_assert_int_eq(HEAPKIT("list", "--json", "--cases", suite_path()), 0);
	for (char *line = strtok(heapkit_out, "\n"); line; line = strtok(NULL, "\n")) {
		json_t *entry = json_loads(line, 0, NULL);

		ck_assert_msg(json_is_object(entry), "'%s'", line);
		json_decref(entry);
		lines++;
	}
	ck_assert_uint_eq(lines, 4);
}
END_TEST

static const struct {
	const char *words[4];
	const char *error;
} mistakes[] = {
    {{"--case", "area/fourth"}, "no case matches --case and --target"},
    {{"--target", "a"}, "no case matches --case and --target"},
    {{"--cases", "/nowhere"}, "/nowhere: "},
    {{"--case"}, "--case needs a value; see `heapkit list --help`"},
    {{"--all"}, "there is no option --all; see `heapkit list --help`"},
    {{"--json", "-lj"}, "there is no option -lj; see `heapkit list --help`"},
    {{"area"}, "\"area\" is no option; see `heapkit list --help`"},
};

START_TEST(mistakes_are_named)
{
	const char *words[8] = {"list", "--cases", suite_path()};

	for (int i = 0; i < 4; i++)
		words[3 + i] = mistakes[_i].words[i];
	ck_assert_int_eq(heapkit_run(words), 2);
	assert_one_error(mistakes[_i].error);
	ck_assert_str_eq(heapkit_out, "");
}
END_TEST

START_TEST(help)
{
	ck_assert_int_eq(HEAPKIT("list", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit list");
}
END_TEST

Suite *list_suite(void)
{
	Suite *suite = suite_create("list");
	TCase *tcase = tcase_create("list");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, for_people);
	tcase_add_test(tcase, only_some);
	tcase_add_test(tcase, for_programs);
	tcase_add_test(tcase, every_line_is_an_object);
	tcase_add_loop_test(tcase, mistakes_are_named, 0, sizeof mistakes / sizeof *mistakes);
	tcase_add_test(tcase, help);
	suite_add_tcase(suite, tcase);
	return suite;
}
