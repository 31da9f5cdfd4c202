/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/pe.h"
#include "make-pe.h"
#include "scratch.h"

static const char *const imports[] = {"ExitProcess", "GetProcessHeaps", "HeapCreate", NULL};
static const int widths[] = {32, 64};

static struct heapkit_section good_section(void)
{
	struct heapkit_section section =
	    make_section("case", "cases/process-heaps/all.c", "x86_64-bare", "GPH-01 GPH-02",
			 "every heap is listed \xE2\x80\x93 once");

	section.time_limit = 20;
	return section;
}

static unsigned char *good_image(int bits, size_t *size)
{
	const struct heapkit_section section = good_section();

	return make_pe_image(&section, bits, imports, size);
}

/* In a block of exactly that size, so that the sanitizer sees a byte read behind it. */
static bool parses(const unsigned char *bytes, size_t size, struct pe *pe, struct error *error)
{
	unsigned char *copy = malloc(size ? size : 1);
	bool good;

	memcpy(copy, bytes, size);
	error->text[0] = 0;
	good = pe_parse("a.exe", copy, size, pe, error);
	free(copy);
	return good;
}

static void assert_refused(const unsigned char *bytes, size_t size, const char *text)
{
	struct pe pe;
	struct error error;

	ck_assert_msg(!parses(bytes, size, &pe, &error), "accepted, wanted: %s", text);
	ck_assert_msg(strncmp(error.text, "a.exe: ", 7) == 0, "%s", error.text);
	ck_assert_msg(strstr(error.text, text) != NULL, "got: %s\nwant: %s", error.text, text);
	ck_assert_msg(strstr(error.text, "; ") != NULL, "says not what to do: %s", error.text);
	ck_assert_uint_eq(pe.import_count, 0);
}

static void edit(unsigned char *bytes, size_t at, int count, uint32_t value)
{
	for (int i = 0; i < count; i++)
		bytes[at + (size_t)i] = (unsigned char)(value >> 8 * i);
}

START_TEST(both_widths)
{
	const int bits = widths[_i];
	const struct heapkit_section want = good_section();
	size_t size;
	unsigned char *bytes = good_image(bits, &size);
	struct pe pe;
	struct error error;

	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_uint_eq(pe.bits, (unsigned)bits);
	ck_assert_uint_eq(pe.machine, bits == 64 ? PE_MACHINE_AMD64 : PE_MACHINE_I386);
	ck_assert_str_eq(pe_processor(&pe), bits == 64 ? "x86_64" : "i686");
	ck_assert(pe.has_section);
	ck_assert_mem_eq(&pe.section, &want, sizeof want);
	ck_assert_uint_eq(pe.import_count, 3);
	for (size_t i = 0; i < 3; i++)
		ck_assert_str_eq(pe.imports[i], imports[i]);
	ck_assert(pe_imports(&pe, "HeapCreate"));
	ck_assert(!pe_imports(&pe, "HeapCreat"));
	ck_assert(!pe_imports(&pe, "HeapCreateEx"));
	pe_free(&pe);
	free(bytes);
}
END_TEST

START_TEST(neither_section_nor_imports)
{
	size_t size;
	unsigned char *bytes = make_pe_image(NULL, widths[_i], NULL, &size);
	struct pe pe;
	struct error error;

	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert(!pe.has_section);
	ck_assert_uint_eq(pe.import_count, 0);
	pe_free(&pe);
	free(bytes);
}
END_TEST

START_TEST(ordinals_are_left_out)
{
	const int bits = widths[_i];
	size_t size;
	unsigned char *bytes = good_image(bits, &size);
	struct pe pe;
	struct error error;

	/* the first function: ordinal 7 */
	memset(bytes + MAKE_PE_IMPORTS + 40, 0, (size_t)bits / 8);
	bytes[MAKE_PE_IMPORTS + 40] = 7;
	bytes[MAKE_PE_IMPORTS + 40 + bits / 8 - 1] = 0x80;
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_uint_eq(pe.import_count, 2);
	ck_assert_str_eq(pe.imports[0], "GetProcessHeaps");
	pe_free(&pe);
	free(bytes);
}
END_TEST

START_TEST(only_the_table_of_pointers)
{
	size_t size;
	unsigned char *bytes = good_image(widths[_i], &size);
	struct pe pe;
	struct error error;

	memset(bytes + MAKE_PE_IMPORTS, 0, 4);
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_uint_eq(pe.import_count, 3);
	pe_free(&pe);
	free(bytes);
}
END_TEST

/* The import directory is the second; a program may have fewer, but not half a header. */
START_TEST(short_headers)
{
	size_t size;
	unsigned char *bytes = good_image(64, &size);
	struct pe pe;
	struct error error;

	bytes[MAKE_PE_OPTIONAL + 108] = 1;
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_uint_eq(pe.import_count, 0);
	pe_free(&pe);
	bytes[MAKE_PE_OPTIONAL + 108] = 16;
	bytes[MAKE_PE_COFF + 2] = 0;
	bytes[MAKE_PE_COFF + 16] = 112;
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_uint_eq(pe.import_count, 0);
	pe_free(&pe);
	bytes[MAKE_PE_COFF + 16] = 111;
	assert_refused(bytes, size, "its optional header is too short");
	free(bytes);
}
END_TEST

START_TEST(other_processors)
{
	size_t size;
	unsigned char *bytes = good_image(64, &size);
	struct pe pe;
	struct error error;

	edit(bytes, MAKE_PE_COFF, 2, PE_MACHINE_ARM64);
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_str_eq(pe_processor(&pe), "aarch64");
	pe_free(&pe);
	edit(bytes, MAKE_PE_COFF, 2, 0x1234);
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_str_eq(pe_processor(&pe), "unknown");
	pe_free(&pe);
	free(bytes);
}
END_TEST

START_TEST(truncated_at_every_length)
{
	size_t size;
	unsigned char *bytes = good_image(widths[_i], &size);

	assert_refused(bytes, 0, "it is empty");
	assert_refused(bytes, 1, "it does not begin with MZ");
	for (size_t length = 2; length < size; length++)
		assert_refused(bytes, length, "is truncated or damaged");
	free(bytes);
}
END_TEST

/* What is accepted after damage is whole: texts that end, names that can be printed. */
static void parse_damaged(const unsigned char *bytes, size_t size)
{
	struct pe pe;
	struct error error;

	if (!parses(bytes, size, &pe, &error)) {
		if (!error.text[0])
			ck_abort_msg("refused without a word");
		return;
	}
	for (size_t i = 0; i < pe.import_count; i++)
		if (!pe.imports[i][0])
			ck_abort_msg("an import without a name");
	if (pe.has_section && !memchr(pe.section.title, 0, sizeof pe.section.title))
		ck_abort_msg("a title without an end");
	pe_free(&pe);
}

START_TEST(every_byte_damaged)
{
	static const unsigned char damage[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
	size_t size;
	unsigned char *bytes = good_image(widths[_i], &size);

	for (size_t at = 0; at < size; at++) {
		const unsigned char good = bytes[at];

		for (size_t i = 0; i < sizeof damage; i++) {
			bytes[at] = damage[i];
			parse_damaged(bytes, size);
		}
		bytes[at] = good;
	}
	free(bytes);
}
END_TEST

START_TEST(many_bytes_damaged)
{
	size_t size;
	unsigned char *bytes = good_image(widths[_i], &size);
	unsigned char *copy = malloc(size);
	uint32_t random = 1;

	for (int round = 0; round < 5000; round++) {
		memcpy(copy, bytes, size);
		for (int i = 0; i < 1 + round % 8; i++) {
			random = random * 1664525 + 1013904223;
			/* headers and import tables, where numbers lie */
			copy[(random >> 8) % 0x500] = (unsigned char)(random >> 24);
		}
		parse_damaged(copy, size);
	}
	free(copy);
	free(bytes);
}
END_TEST

/* One number of a good 64-bit program changed. */
static const struct {
	size_t at;
	int bytes;
	uint32_t value;
	const char *text;
} edits[] = {
    {0, 1, 'X', "it does not begin with MZ"},
    {0x3C, 4, 0xFFFFFFFC, "the PE header lies behind the end of the file"},
    {MAKE_PE_SIGNATURE, 1, 'N', "it has no PE header"},
    {MAKE_PE_COFF + 2, 2, 0xFFFF, "the file ends inside the section headers"},
    {MAKE_PE_COFF + 16, 2, 0xFFFF, "the file ends inside the optional header"},
    {MAKE_PE_COFF + 16, 2, 0, "the file ends inside the optional header"},
    {MAKE_PE_COFF + 18, 2, 0x2023, "it is a library or an object"},
    {MAKE_PE_COFF + 18, 2, 0, "it is a library or an object"},
    {MAKE_PE_OPTIONAL, 2, 0x107, "neither 32 nor 64 bits"},
    {MAKE_PE_OPTIONAL + 120, 4, 0xFFFFFFF0, "the list of imported DLLs has no end"},
    {MAKE_PE_OPTIONAL + 120, 4, 0x2FFF, "the list of imported DLLs has no end"},
    {MAKE_PE_IMPORTS, 4, 0xFFFFFFFF, "an import table has no end"},
    {MAKE_PE_IMPORTS + 40, 4, 0x7FFFFFFF, "an import has no name"},
    {MAKE_PE_IMPORTS + 40, 4, MAKE_PE_IMPORTS_ADDRESS + 0x1FF, "an import has no name"},
    {0x148 + 20, 4, 0xFFFFFE00, "a section reaches behind the end of the file"},
    {0x148 + 16, 4, 0xFFFFFFFF, "a section reaches behind the end of the file"},
    /* .heapkit laid over .text in the file */
    {0x198 + 20, 4, MAKE_PE_CODE, "it does not begin with HEAPKIT"},
    {0x198 + 16, 4, 0, "it is too short"},
    {0x198 + 16, 4, 415, "it is too short"},
    {0x600, 1, 'h', "it does not begin with HEAPKIT"},
    {0x600 + 7, 1, '!', "it does not begin with HEAPKIT"},
    {0x600 + 8, 4, 2, "of version 2, and this heapkit reads 1"},
    {0x600 + 12, 4, 415, "its size is wrong"},
    {0x600 + 12, 4, 513, "its size is wrong"},
    {0x600 + 16, 1, 'k', "it is of an unknown kind"},
    {0x600 + 40, 1, 0, "it names no source"},
    {0x600 + 136, 1, 0, "it names no source or no target"},
    {0x600 + 256, 1, '\n', "a text is not one line"},
    {0x600 + 256, 1, 0xFF, "a text is not one line"},
};

START_TEST(one_number_wrong)
{
	size_t size;
	unsigned char *bytes = good_image(64, &size);

	ck_assert_uint_eq(make_pe_section_header(64, 0), 0x148);
	edit(bytes, edits[_i].at, edits[_i].bytes, edits[_i].value);
	assert_refused(bytes, size, edits[_i].text);
	free(bytes);
}
END_TEST

START_TEST(record_may_have_grown)
{
	size_t size;
	unsigned char *bytes = good_image(64, &size);
	struct pe pe;
	struct error error;

	edit(bytes, 0x600 + 12, 4, 512);
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_uint_eq(pe.section.size, 512);
	pe_free(&pe);
	free(bytes);
}
END_TEST

START_TEST(two_records)
{
	size_t size;
	unsigned char *bytes = good_image(64, &size);

	memcpy(bytes + make_pe_section_header(64, 0), bytes + make_pe_section_header(64, 2), 40);
	assert_refused(bytes, size, "there are two");
	free(bytes);
}
END_TEST

START_TEST(text_without_end)
{
	static const struct {
		size_t at, size;
	} texts[] = {{16, 16}, {40, 96}, {136, 24}, {160, 96}, {256, 160}};
	size_t size;
	unsigned char *bytes = good_image(64, &size);

	memset(bytes + 0x600 + texts[_i].at, 'a', texts[_i].size);
	assert_refused(bytes, size, "a text is not one line of UTF-8 that ends");
	free(bytes);
}
END_TEST

START_TEST(name_without_end)
{
	size_t size;
	unsigned char *bytes = good_image(widths[_i], &size);

	/* the names run to the end of their section; the next one begins with another name */
	memset(bytes + 0x5C0, 'A', 0x40);
	edit(bytes, MAKE_PE_IMPORTS + 40, 4, MAKE_PE_IMPORTS_ADDRESS + 0x1C0);
	assert_refused(bytes, size, "an import has no name");
	free(bytes);
}
END_TEST

START_TEST(names_that_cannot_be_printed)
{
	static const char *const wild[][2] = {
	    {"Heap\nCreate", NULL}, {"\x1B[31m", NULL}, {"Heap Create", NULL},
	    {"H\xC3\xA4p", NULL},   {"", NULL},         {"\x7F", NULL}};
	size_t size;
	unsigned char *bytes = make_pe_image(NULL, 64, wild[_i], &size);

	assert_refused(bytes, size, "an import has no name");
	free(bytes);
}
END_TEST

/* A table that names one long text again and again could fill the memory. */
START_TEST(table_larger_than_file)
{
	static char longest[400];
	const char *names[102] = {NULL};
	size_t size;
	unsigned char *bytes;

	memset(longest, 'L', sizeof longest - 1);
	for (int i = 0; i < 100; i++)
		names[i] = "S";
	names[100] = longest;
	bytes = make_pe_image(NULL, 32, names, &size);
	for (size_t i = 0; i < 100; i++)
		memcpy(bytes + MAKE_PE_IMPORTS + 40 + 4 * i, bytes + MAKE_PE_IMPORTS + 40 + 400, 4);
	assert_refused(bytes, size, "the import table is larger than the file");
	free(bytes);
}
END_TEST

/* 400 descriptors, each for the same 2000 functions by ordinal. */
START_TEST(table_many_times)
{
	const uint32_t table = 40 + 4 * 2001;
	const char *names[2001] = {NULL};
	size_t size;
	unsigned char *bytes;

	for (int i = 0; i < 2000; i++)
		names[i] = "S";
	bytes = make_pe_image(NULL, 32, names, &size);
	for (size_t i = 0; i < 2000; i++)
		edit(bytes, MAKE_PE_IMPORTS + table + 4 * i, 4, 0x80000001);
	for (size_t at = MAKE_PE_IMPORTS; at < MAKE_PE_IMPORTS + 20 * 400; at += 20) {
		edit(bytes, at, 4, MAKE_PE_IMPORTS_ADDRESS + table);
		edit(bytes, at + 12, 4, 1);
		edit(bytes, at + 16, 4, MAKE_PE_IMPORTS_ADDRESS + table);
	}
	assert_refused(bytes, size, "the import table is larger than the file");
	free(bytes);
}
END_TEST

/* The code lies over the imports in memory: the first section that holds an address counts. */
START_TEST(overlapping_sections)
{
	size_t size;
	unsigned char *bytes = good_image(widths[_i], &size);
	struct pe pe;
	struct error error;

	edit(bytes, make_pe_section_header(widths[_i], 0) + 12, 4, MAKE_PE_IMPORTS_ADDRESS);
	ck_assert_msg(parses(bytes, size, &pe, &error), "%s", error.text);
	ck_assert_uint_eq(pe.import_count, 0);
	ck_assert(pe.has_section);
	pe_free(&pe);
	memset(bytes + MAKE_PE_CODE, 0x41, 0x200);
	assert_refused(bytes, size, "an import table has no end");
	free(bytes);
}
END_TEST

START_TEST(files)
{
	const struct heapkit_section section = good_section();
	const char *path = scratch_path("good.exe");
	struct pe pe;
	struct error error;

	make_pe(path, &section, 64, imports);
	ck_assert_msg(pe_read(path, &pe, &error), "%s", error.text);
	ck_assert_str_eq(pe.section.source, "cases/process-heaps/all.c");
	pe_free(&pe);

	ck_assert(!pe_read(scratch_path("none.exe"), &pe, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "none.exe: cannot be read: no such file"));
	ck_assert(!pe_read(scratch_folder("folder.exe"), &pe, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "folder.exe: is a folder; give a file"));
	ck_assert(!pe_read(scratch_text("empty.exe", ""), &pe, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "empty.exe: is no PE program: it is empty"));
	ck_assert(!pe_read(scratch_text("text.exe", "#!/bin/sh\n"), &pe, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "text.exe: is no PE program"));
	pe_free(&pe);
}
END_TEST

Suite *pe_suite(void)
{
	Suite *suite = suite_create("pe");
	TCase *good = tcase_create("good"), *hostile = tcase_create("hostile");

	tcase_add_loop_test(good, both_widths, 0, 2);
	tcase_add_loop_test(good, neither_section_nor_imports, 0, 2);
	tcase_add_loop_test(good, ordinals_are_left_out, 0, 2);
	tcase_add_loop_test(good, only_the_table_of_pointers, 0, 2);
	tcase_add_test(good, short_headers);
	tcase_add_test(good, other_processors);
	tcase_add_test(good, record_may_have_grown);
	tcase_add_checked_fixture(hostile, scratch_begin, scratch_end);
	tcase_add_test(hostile, files);
	tcase_add_loop_test(hostile, truncated_at_every_length, 0, 2);
	tcase_add_loop_test(hostile, every_byte_damaged, 0, 2);
	tcase_add_loop_test(hostile, many_bytes_damaged, 0, 2);
	tcase_add_loop_test(hostile, one_number_wrong, 0, sizeof edits / sizeof *edits);
	tcase_add_test(hostile, two_records);
	tcase_add_loop_test(hostile, text_without_end, 0, 5);
	tcase_add_loop_test(hostile, name_without_end, 0, 2);
	tcase_add_loop_test(hostile, names_that_cannot_be_printed, 0, 6);
	tcase_add_test(hostile, table_larger_than_file);
	tcase_add_test(hostile, table_many_times);
	tcase_add_loop_test(hostile, overlapping_sections, 0, 2);
	tcase_set_timeout(hostile, 60);
	suite_add_tcase(suite, good);
	suite_add_tcase(suite, hostile);
	return suite;
}
