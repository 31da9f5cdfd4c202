/* SPDX-License-Identifier: MIT */
/* What `heapkit run` is given and cannot use: one line, status 2, nothing half-written. */
#include "suites.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "make-pe.h"
#include "../heapkit/platform.h"
#include "run-heapkit.h"
#include "scratch.h"

/* Each behind `run --cases SUITE`, before `-- FAKE passes`. */
static const struct {
	const char *words[5];
	const char *error; /* part of it */
} misuses[] = {
    {{"--case", "area/fourth"}, "no case matches"},
    {{"--target", "i686-*"}, "no case matches"},
    {{"--no-such-option"}, "--no-such-option"},
    {{"-x"}, "there is no option -x"},
    {{"-xy"}, "there is no option -xy"},
    {{"--jobs", "0"}, "--jobs takes a whole number from 1"},
    {{"--timeout", "soon"}, "--timeout takes seconds"},
    {{"--on", "wine"}, "exclude each other"},
    {{"--set", "wine=wine"}, "wine"},
    {{"--set", "nothing"}, "nothing"},
    {{"--expect", "/nowhere.yaml"}, "/nowhere.yaml"},
    {{"--program", "/nowhere.exe"}, "/nowhere.exe"},
    {{"--cases", "/nowhere"}, "/nowhere"},
    {{"--program", "/nowhere.exe", "--case", "area"}, "--program judges one program"},
};

START_TEST(misuse)
{
	scratch_text("results.jsonl", "of another run\n");
	ck_assert_int_eq(heapkit_run_fake("passes", misuses[_i].words), 2);
	assert_one_error(misuses[_i].error);
	ck_assert_str_eq(heapkit_out, "");
	assert_file("results.jsonl", "of another run\n");
}
END_TEST

START_TEST(unknown_implementation)
{
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--on", "emu"), 2);
	assert_one_error("emu");
}
END_TEST

START_TEST(unknown_command)
{
	ck_assert_int_eq(HEAPKIT("weigh"), 2);
	assert_one_error("there is no command \"weigh\"");
	ck_assert_int_eq(HEAPKIT("--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit COMMAND");
	ck_assert_int_eq(HEAPKIT("run", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit run");
}
END_TEST

/* A file among the cases that is none, by its bytes and what the error says of it. */
static const struct {
	const char *bytes; /* NULL: a program, changed as `make_bad` says */
	const char *kind;  /* of the program; NULL: it has no section */
	size_t size;       /* that is left; 0: all */
	size_t broken;     /* byte of the record that is set to '!'; 0: none */
	const char *error;
} files[] = {
    {"This is text.\n", NULL, 0, 0, "is no PE program"},
    {"", NULL, 0, 0, "is no PE program"},
    {NULL, "case", 0x300, 0, "truncated"},
    {NULL, "case", 0x41, 0, "truncated"},
    {NULL, NULL, 0, 0, "has no .heapkit section"},
    {NULL, "joke", 0, 0, "is of an unknown kind"},
    {NULL, "case", 0, 3, ".heapkit"},
    {NULL, "case", 0, 8, ".heapkit section is of version"},
};

static const char *make_bad(size_t i)
{
	const struct heapkit_section section = make_section(
	    files[i].kind ? files[i].kind : "", "cases/area/bad.c", "x86_64-bare", "", "bad");
	size_t size;
	unsigned char *image;
	const char *path;

	if (files[i].bytes)
		return scratch_text("suite/bad.exe", files[i].bytes);
	image = make_pe_image(files[i].kind ? &section : NULL, 64, NULL, &size);
	if (files[i].broken)
		image[size - 512 + files[i].broken] = '!';
	path = scratch_bytes("suite/bad.exe", image, files[i].size ? files[i].size : size);
	free(image);
	return path;
}

START_TEST(file_that_is_no_case)
{
	const char *path = make_bad((size_t)_i);

	scratch_text("results.jsonl", "of another run\n");
	ck_assert_int_eq(HEAPKIT_FAKE("passes", "--timeout", "20"), 2);
	assert_one_error(path);
	assert_contains(heapkit_errors, files[_i].error);
	assert_file("results.jsonl", "of another run\n");
}
END_TEST

START_TEST(folder_without_programs)
{
	const char *folder = scratch_folder("empty");

	ck_assert_int_eq(HEAPKIT("run", "--cases", folder, "--", fake_path(), "passes"), 2);
	assert_one_error("there are no programs");
	assert_contains(heapkit_errors, folder);
}
END_TEST

/* Nothing that anybody asked for is written, so the run is over before it begins. */
START_TEST(results_that_cannot_be_written)
{
	static const char *const paths[] = {"/nowhere/results", "/"};

	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--results", paths[i],
					 "--", fake_path(), "hangs"),
				 2);
		assert_one_error(paths[i]);
		ck_assert_str_eq(heapkit_out, "");
	}
}
END_TEST

#ifdef __linux__
START_TEST(full_disk)
{
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--results", "/dev/full", "--",
				 fake_path(), "passes"),
			 2);
	assert_one_error("/dev/full: results are incomplete: No space left on device");
}
END_TEST

/* A report that nobody can read is no good run. */
START_TEST(standard_output_on_a_full_disk)
{
	const char *const commands[][7] = {
	    {"list", "--cases", suite_path()},
	    {"list", "--json", "--cases", suite_path()},
	    {"run", "--cases", suite_path(), "--", fake_path(), "passes"},
	    {"--help"},
	    {"--version"},
	};
	const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		const pid_t process = heapkit_start_with(commands[i], full, full);

		ck_assert_int_eq(heapkit_wait(process), 2);
		assert_one_error("standard output: cannot be written: No space left on device");
		assert_nothing_left();
	}
	close(full);
}
END_TEST

START_TEST(drafts_on_a_full_disk)
{
	ck_assert_int_eq(HEAPKIT_FAKE("fails", "--write-expectations", "/dev/full"), 2);
	assert_one_error("/dev/full");
	ck_assert_int_eq(HEAPKIT_FAKE("fails", "--write-expectations", "/nowhere/draft"), 2);
	assert_one_error("/nowhere/draft");
}
END_TEST
#endif

/* A folder for the state of a run that is not there is passed over, with the next one in its place.
 */
START_TEST(no_runtime_folder)
{
	char *folder;

	setenv("XDG_RUNTIME_DIR", "/nowhere", 1);
	folder = platform_make_folder(false);
	ck_assert_ptr_nonnull(folder);
	ck_assert_ptr_eq(strstr(folder, scratch_path("state")), folder);
	platform_remove_folder(folder);
	free(folder);
}
END_TEST

/* Programs run by themselves here only through a Wine that nobody named. */
START_TEST(windows_is_not_here)
{
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--on", "windows"), 2);
	assert_one_error("programs run by themselves on Windows only");
}
END_TEST

/* A suite is found from anywhere, and so are its programs. */
START_TEST(relative_paths)
{
	char program[4096];

	ck_assert_ptr_nonnull(realpath(fake_path(), program));
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--results", results_path(), "--",
				 program, "passes", "{exe}"),
			 0);
	assert_contains(result_text(find_result("area/first"), "command"), "passes {exe}");
}
END_TEST

START_TEST(program_in_the_middle_of_a_word)
{
	ck_assert_int_eq(HEAPKIT("run", "--cases", suite_path(), "--", "/bin/sh", "-c",
				 "exec \"$0\" passes {exe}", fake_path()),
			 0);
}
END_TEST

Suite *run_input_suite(void)
{
	Suite *suite = suite_create("run-input");
	TCase *tcase = tcase_create("run-input");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, misuse, 0, sizeof misuses / sizeof *misuses);
	tcase_add_test(tcase, unknown_implementation);
	tcase_add_test(tcase, unknown_command);
	tcase_add_loop_test(tcase, file_that_is_no_case, 0, sizeof files / sizeof *files);
	tcase_add_test(tcase, folder_without_programs);
	tcase_add_test(tcase, results_that_cannot_be_written);
#ifdef __linux__
	tcase_add_test(tcase, full_disk);
	tcase_add_test(tcase, standard_output_on_a_full_disk);
	tcase_add_test(tcase, drafts_on_a_full_disk);
#endif
	tcase_add_test(tcase, no_runtime_folder);
	tcase_add_test(tcase, windows_is_not_here);
	tcase_add_test(tcase, relative_paths);
	tcase_add_test(tcase, program_in_the_middle_of_a_word);
	suite_add_tcase(suite, tcase);
	return suite;
}
