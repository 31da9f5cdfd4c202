/* SPDX-License-Identifier: MIT */
/*
 * The model as a process, built under sanitizers: hostile files, of which it must say in one line
 * what is wrong, and programs of a few bytes that end by a fault.
 */
#include "suites.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "make-pe.h"
#include "scratch.h"

extern char **environ;

/* Where something lies in the image of make-pe. */
enum {
	COFF_CHARACTERISTICS = MAKE_PE_COFF + 18,
	ENTRY = MAKE_PE_OPTIONAL + 16,
	SECTION_ALIGNMENT = MAKE_PE_OPTIONAL + 32,
	IMAGE_SIZE = MAKE_PE_OPTIONAL + 56,
	HEADERS_SIZE = MAKE_PE_OPTIONAL + 60,
	BASE = MAKE_PE_OPTIONAL + 24,
	DIRECTORIES = MAKE_PE_OPTIONAL + 112,
	IMPORTS = DIRECTORIES + 8,
	RELOCATIONS = DIRECTORIES + 5 * 8,
	TEXT = MAKE_PE_OPTIONAL + 240,
	DATA = TEXT + 40,
	SIZE = 8,
	ADDRESS = 12,
	FLAGS = 36,
	NAMES = MAKE_PE_IMPORTS,
	DLL_NAME = MAKE_PE_IMPORTS + 12,
	POINTERS = MAKE_PE_IMPORTS + 16,
	FIRST_NAME = MAKE_PE_IMPORTS + 40,
};

static unsigned char *bytes;
static size_t size;
static char said[2048];

static void begin(void)
{
	static const char *const imports[] = {"ExitProcess", "WriteFile", "NobodyHasThis", NULL};

	scratch_begin();
	bytes = make_pe_image(NULL, 64, imports, &size);
	/* It may lie anywhere: where it wants to be sanitizers do not let it. */
	bytes[COFF_CHARACTERISTICS] &= 0xFE;
}

static void end(void)
{
	free(bytes);
	scratch_end();
}

static const char *model_path(void)
{
	static char path[4096];
	const char *build = getenv("BUILD");

	snprintf(path, sizeof path, "%s/checked/heapkit-model", build ? build : "build");
	return path;
}

static void read_said(const char *path)
{
	FILE *file = fopen(path, "rb");
	const size_t length = file ? fread(said, 1, sizeof said - 1, file) : 0;

	said[length] = 0;
	if (file)
		fclose(file);
}

/* Returns the exit status of `heapkit-model [OPTION] FILE`, or minus the signal. */
static int run_model(const char *option)
{
	const char *program = scratch_bytes("hostile.exe", bytes, size);
	char *words[] = {(char *)model_path(), (char *)option, (char *)program, NULL};
	const char *errors = scratch_path("errors");
	posix_spawn_file_actions_t actions;
	pid_t process;
	int status;

	if (!option) {
		words[1] = words[2];
		words[2] = NULL;
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ck_assert_int_eq(posix_spawn(&process, words[0], &actions, NULL, words, environ), 0);
	posix_spawn_file_actions_destroy(&actions);
	ck_assert_int_eq(waitpid(process, &status, 0), process);
	read_said(errors);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static const struct {
	size_t at;
	uint32_t value;
	const char *said;
} rows[] = {
    {0, 0, "does not begin with MZ"},
    {MAKE_PE_COFF, 0x2014C, "is for a processor"},
    {MAKE_PE_COFF, 0x2AA64, "aarch64"},
    {ENTRY, 0x80000000, "its entry point lies in no section"},
    {ENTRY, 0, "its entry point lies in no section"},
    {ENTRY, MAKE_PE_IMPORTS_ADDRESS, "its entry point lies in data"},
    {SECTION_ALIGNMENT, 0, "not aligned to pages"},
    {SECTION_ALIGNMENT, 0x10, "not aligned to pages"},
    {IMAGE_SIZE, 0, "its size in memory is 0"},
    {IMAGE_SIZE, 0xFFFFFFFF, "above 256 MB"},
    {IMAGE_SIZE, 0x1000, "behind the end of the image"},
    {HEADERS_SIZE, 0x7FFFFFFF, "its headers are larger"},
    {TEXT + ADDRESS, 0x10, "does not begin with a page"},
    {TEXT + ADDRESS, 0, "overlap"},
    {TEXT + SIZE, 0x1001, "overlap"},
    {TEXT + SIZE, 0xFFFFFFFF, "behind the end of the image"},
    {DATA + ADDRESS, 0xFFFFF000, "import"},
    {IMPORTS, 0xFFFFFFF0, "import"},
    {NAMES, 0xFFFFFFF8, "import"},
    {DLL_NAME, 0x7FFFFFFF, "an imported DLL has no name"},
    {POINTERS, 0x7FFFFFFF, "behind the end of the image"},
    {FIRST_NAME, 0x7FFFFFFF, "import has no name"},
};

START_TEST(one_field)
{
	char all[128];

	for (int i = 0; i < 4; i++)
		bytes[rows[_i].at + (size_t)i] = (unsigned char)(rows[_i].value >> 8 * i);
	ck_assert_int_eq(run_model("--load"), 2);
	snprintf(all, sizeof all, "row %d does not say '%s' but: ", _i, rows[_i].said);
	ck_assert_msg(strstr(said, rows[_i].said) != NULL, "%s%s", all, said);
	ck_assert_msg(strncmp(said, "heapkit-model: ", 15) == 0, "%s", said);
	ck_assert_msg(strstr(said, "hostile.exe") != NULL, "%s", said);
	ck_assert_msg(strchr(said, '\n') == said + strlen(said) - 1, "%s", said);
}
END_TEST

static void put32(size_t at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		bytes[at + (size_t)i] = (unsigned char)(value >> 8 * i);
}

/* A base that is no multiple of 64 KB cannot be had, so the program has to move. */
START_TEST(relocations)
{
	put32(BASE, 0x1234);
	ck_assert_int_eq(run_model("--load"), 0);
	bytes[COFF_CHARACTERISTICS] |= 1;
	ck_assert_int_eq(run_model("--load"), 2);
	ck_assert_msg(strstr(said, "it has no relocations") != NULL, "%s", said);
	put32(RELOCATIONS, MAKE_PE_CODE_ADDRESS);
	put32(RELOCATIONS + 4, 0xFFFFFFFF);
	ck_assert_int_eq(run_model("--load"), 2);
	ck_assert_msg(strstr(said, "its relocations are broken") != NULL, "%s", said);
	put32(RELOCATIONS + 4, 10);
	put32(MAKE_PE_CODE, 0xFFFFF000);
	put32(MAKE_PE_CODE + 4, 10);
	put32(MAKE_PE_CODE + 8, 0xAFFF);
	ck_assert_int_eq(run_model("--load"), 2);
	ck_assert_msg(strstr(said, "its relocations are broken") != NULL, "%s", said);
}
END_TEST

/* Every length; each is refused by one line or is long enough. */
START_TEST(cut)
{
	for (size_t whole = size; size > 0; size = size > 0x200 ? size - 0x100 : size - 16) {
		const int status = run_model("--load");

		ck_assert_msg(status == 2 || (status == 0 && size == whole), "%d at %lu: %s",
			      status, (unsigned long)size, said);
	}
}
END_TEST

/* Bytes of headers and import table at random, from a fixed seed. */
START_TEST(random_bytes)
{
	unsigned char *const good = malloc(size);
	uint32_t seed = 1;

	memcpy(good, bytes, size);
	for (int round = 0; round < 150; round++) {
		int status;

		for (int i = 0; i < 4; i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[seed % 4 ? (seed >> 8) % 0x180 + MAKE_PE_SIGNATURE
				       : (seed >> 8) % 0x80 + MAKE_PE_IMPORTS] =
			    seed % 3 ? (unsigned char)(seed >> 24) : 0xFF;
		}
		status = run_model("--load");
		ck_assert_msg(status == 0 || status == 2, "%d in round %d: %s", status, round,
			      said);
		memcpy(bytes, good, size);
	}
	free(good);
}
END_TEST

/* Programs of a few bytes, which end by a fault: the status is the low byte of the exception. */
static const struct {
	unsigned char code[12];
	unsigned char size;
	int status;
	const char *said;
} programs[] = {
    {{0xB8, 42, 0, 0, 0, 0xC3}, 6, 42, ""},                           /* return 42 */
    {{0xB8, 0, 1, 0, 0, 0xC3}, 6, 1, ""},                             /* return 0x100 */
    {{0x31, 0xC0, 0x89, 0x00}, 4, 5, ""},                             /* write to NULL */
    {{0x31, 0xC0, 0xFF, 0xE0}, 4, 5, ""},                             /* jump to NULL */
    {{0x0F, 0x0B}, 2, 0x1D, ""},                                      /* ud2 */
    {{0xCC}, 1, 3, ""},                                               /* int3 */
    {{0xCD, 0x29}, 2, 9, ""},                                         /* fail fast */
    {{0xF4}, 1, 0x96, ""},                                            /* hlt */
    {{0x31, 0xC9, 0xF7, 0xF1}, 4, 0x94, ""},                          /* divide by 0 */
    {{0xE8, 0xFB, 0xFF, 0xFF, 0xFF}, 5, 0xFD, ""},                    /* call itself */
    {{0x65, 0x48, 0x8B, 0x04, 0x25, 0x68, 0, 0, 0, 0xC3}, 10, 0, ""}, /* the last error */
    {{0xFF, 0x15, 0x52, 0x10, 0, 0}, 6, -6, "NobodyHasThis is not implemented\n"},
};

START_TEST(a_few_bytes)
{
	int status;

	put32(TEXT + SIZE, 0x100);
	memcpy(bytes + MAKE_PE_CODE, programs[_i].code, programs[_i].size);
	status = run_model(NULL);
	ck_assert_msg(status == programs[_i].status, "program %d: %d instead of %d: %s", _i, status,
		      programs[_i].status, said);
	ck_assert_msg(strstr(said, programs[_i].said) != NULL, "%s", said);
	ck_assert_msg(*programs[_i].said || !*said, "%s", said);
}
END_TEST

START_TEST(a_good_one_runs)
{
	ck_assert_int_eq(run_model("--mutant="), 2);
	ck_assert_msg(strstr(said, "unknown option --mutant=") != NULL, "%s", said);
	ck_assert_int_eq(run_model("--load"), 0);
	ck_assert_str_eq(said, "");
	ck_assert_int_eq(run_model(NULL), 0);
	ck_assert_str_eq(said, "");
}
END_TEST

Suite *model_loader_suite(void)
{
	Suite *suite = suite_create("model-loader");
	TCase *tcase = tcase_create("model-loader");

	suite_add_tcase(suite, tcase);
	if (access(model_path(), X_OK) != 0)
		return suite;
	tcase_add_checked_fixture(tcase, begin, end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, one_field, 0, sizeof rows / sizeof *rows);
	tcase_add_loop_test(tcase, a_few_bytes, 0, sizeof programs / sizeof *programs);
	tcase_add_test(tcase, relocations);
	tcase_add_test(tcase, cut);
	tcase_add_test(tcase, random_bytes);
	tcase_add_test(tcase, a_good_one_runs);
	return suite;
}
