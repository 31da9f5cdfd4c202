/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../heapkit/suite.h"
#include "make-pe.h"
#include "scratch.h"

static struct suite suite;
static struct error error;

static void begin(void)
{
	scratch_begin();
	scratch_folder("cases");
	scratch_folder("cases/deep");
	scratch_folder("cases/deep/deeper");
}

static void end(void)
{
	suite_free(&suite);
	scratch_end();
}

static const char *add(const char *name, const char *kind, const char *source, const char *target,
		       const char *import)
{
	const struct heapkit_section section = make_section(kind, source, target, "P-01", "title");
	const char *const imports[] = {"ExitProcess", import, NULL};
	const char *path = scratch_path(name);

	make_pe(path, &section, 64, imports);
	return path;
}

static void assert_loads(void)
{
	suite_free(&suite);
	error.text[0] = '\0';
	ck_assert_msg(suite_load(scratch_path("cases"), &suite, &error), "%s", error.text);
}

static void assert_error(const char *start, const char *part)
{
	suite_free(&suite);
	ck_assert(!suite_load(scratch_path("cases"), &suite, &error));
	ck_assert_msg(strncmp(error.text, start, strlen(start)) == 0, "%s", error.text);
	ck_assert_msg(strstr(error.text, part) != NULL, "%s", error.text);
}

/* By target, kind, rung and id, wherever the files lie. */
START_TEST(finds_and_sorts)
{
	static const char *const ids[] = {"kit/canaries/text", "reference/program", "x/query",
					  "x/a-list",          "x/b-list",          "x/query"};

	add("cases/1.exe", "case", "cases/x/b-list.c", "a", "GetProcessHeaps");
	add("cases/2.exe", "case", "cases/x/query.c", "b", "GetProcessHeap");
	add("cases/deep/3.exe", "case", "cases/x/query.c", "a", "GetProcessHeap");
	add("cases/deep/deeper/4.exe", "program-case", "cases/x/a-list.c", "a", "GetProcessHeaps");
	add("cases/deep/5.exe", "program", "reference/program", "a", "HeapWalk");
	add("cases/deep/6.exe", "canary", "kit/canaries/text.c", "a", NULL);
	scratch_text("cases/README.md", "not a program\n");
	scratch_text("cases/a.exe.failed", "not a program\n");
	assert_loads();
	ck_assert_uint_eq(suite.count, 6);
	for (size_t i = 0; i < 6; i++)
		ck_assert_str_eq(suite.programs[i].id, ids[i]);
	ck_assert_int_eq(suite.programs[0].kind, KIND_CANARY);
	ck_assert_int_eq(suite.programs[1].kind, KIND_PROGRAM);
	ck_assert_int_eq(suite.programs[3].kind, KIND_CASE);
	ck_assert_uint_eq(suite.programs[2].rung, 3);
	ck_assert_uint_eq(suite.programs[3].rung, 4);
	ck_assert_str_eq(suite.programs[5].pe.section.target, "b");
}
END_TEST

static const struct {
	const char *source, *id;
} sources[] = {
    {"cases/process-heaps/every-heap-once.c", "process-heaps/every-heap-once"},
    {"kit/canaries/text.c", "kit/canaries/text"},
    {"reference/program", "reference/program"},
    {"cases/x/y.cpp", "x/y.cpp"},
    {"mycases/x.c", "mycases/x"},
};

START_TEST(id_comes_from_the_source)
{
	add("cases/1.exe", "case", sources[_i].source, "a", NULL);
	assert_loads();
	ck_assert_str_eq(suite.programs[0].id, sources[_i].id);
}
END_TEST

/* Equal for the same bytes in other files, different for any other byte. */
START_TEST(digest)
{
	char first[17];

	add("cases/1.exe", "case", "cases/x/y.c", "a", NULL);
	add("cases/2.exe", "case", "cases/x/z.c", "a", NULL);
	assert_loads();
	memcpy(first, suite.digest, sizeof first);
	ck_assert_uint_eq(strlen(first), 16);
	ck_assert_int_eq(rename(scratch_path("cases/1.exe"), scratch_path("cases/deep/3.exe")), 0);
	assert_loads();
	ck_assert_str_eq(suite.digest, first);
	add("cases/2.exe", "case", "cases/x/z.c", "a", "HeapWalk");
	assert_loads();
	ck_assert_str_ne(suite.digest, first);
	ck_assert_int_eq(unlink(scratch_path("cases/2.exe")), 0);
	assert_loads();
	ck_assert_str_ne(suite.digest, first);
}
END_TEST

/* An implementation may look at them from another folder. */
START_TEST(paths_are_absolute)
{
	add("cases/1.exe", "case", "cases/x/y.c", "a", NULL);
	ck_assert_int_eq(chdir(scratch_path("cases")), 0);
	ck_assert(suite_load(".", &suite, &error));
	ck_assert_int_eq(suite.programs[0].path[0], '/');
	ck_assert_int_eq(access(suite.programs[0].path, R_OK), 0);
	ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

/* A row of the results is named by id and target: rung and kind do not tell two apart. */
START_TEST(case_that_is_there_twice)
{
	const char *second;

	add("cases/1.exe", "case", "cases/x/y.c", "a", "GetProcessHeap");
	second = add("cases/2.exe", "case", "cases/x/y.c", "a", "GetProcessHeap");
	assert_error(second, "1.exe; take one of them out");
	add("cases/2.exe", "case", "cases/x/y.c", "a", "HeapWalk");
	add("cases/3.exe", "case", "cases/x/m.c", "a", "HeapAlloc");
	assert_error(second, "is x/y for a, and so is ");
	add("cases/2.exe", "program", "x/y", "a", "HeapWalk");
	assert_error(second, "is x/y for a, and so is ");
	add("cases/2.exe", "case", "cases/x/y.c", "b", "HeapWalk");
	assert_loads();
}
END_TEST

START_TEST(not_a_program_of_the_kit)
{
	const char *path = scratch_path("cases/deep/1.exe");

	make_pe(path, NULL, 64, NULL);
	assert_error(path, "has no .heapkit section");
	scratch_text("cases/deep/1.exe", "MZ, but that is all\n");
	assert_error(path, "");
	scratch_text("cases/deep/1.exe", "");
	assert_error(path, "");
}
END_TEST

START_TEST(nothing_there)
{
	assert_error(scratch_path("cases"), "there are no programs");
	ck_assert(!suite_load("no/such/folder", &suite, &error));
	ck_assert_msg(strncmp(error.text, "no/such/folder: ", 16) == 0, "%s", error.text);
	ck_assert(!suite_load(scratch_text("file", "x"), &suite, &error));
	ck_assert_msg(strncmp(error.text, scratch_path("file"), strlen(scratch_path("file"))) == 0,
		      "%s", error.text);
}
END_TEST

START_TEST(single_program)
{
	const char *const imports[] = {"GetProcessHeaps", NULL};
	struct program program;

	make_pe(scratch_path("cases/port.exe"), NULL, 32, imports);
	ck_assert_int_eq(chdir(scratch_path("cases")), 0);
	ck_assert(suite_load_program("port.exe", &program, &error));
	ck_assert_int_eq(program.path[0], '/');
	ck_assert_str_eq(program.id, "reference/program");
	ck_assert_int_eq(program.kind, KIND_PROGRAM);
	ck_assert_uint_eq(program.rung, 4);
	ck_assert_int_eq(chdir("/"), 0);
	suite_free_program(&program);
	ck_assert(!suite_load_program("no/such.exe", &program, &error));
	ck_assert_msg(strncmp(error.text, "no/such.exe: ", 13) == 0, "%s", error.text);
}
END_TEST

Suite *suite_suite(void)
{
	Suite *checks = suite_create("suite");
	TCase *tcase = tcase_create("suite");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, finds_and_sorts);
	tcase_add_loop_test(tcase, id_comes_from_the_source, 0, sizeof sources / sizeof *sources);
	tcase_add_test(tcase, digest);
	tcase_add_test(tcase, paths_are_absolute);
	tcase_add_test(tcase, case_that_is_there_twice);
	tcase_add_test(tcase, not_a_program_of_the_kit);
	tcase_add_test(tcase, nothing_there);
	tcase_add_test(tcase, single_program);
	suite_add_tcase(checks, tcase);
	return checks;
}
