/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/file.h"
#include "scratch.h"

START_TEST(whole_files)
{
	static char big[200000];
	unsigned char *bytes;
	struct error error;
	size_t size;

	ck_assert_msg(file_read(scratch_bytes("a", "a\0b", 3), 3, &bytes, &size, &error), "%s",
		      error.text);
	ck_assert_uint_eq(size, 3);
	ck_assert_mem_eq(bytes, "a\0b", 4);
	free(bytes);
	ck_assert(file_read(scratch_text("b", ""), 3, &bytes, &size, &error));
	ck_assert_uint_eq(size, 0);
	free(bytes);
	memset(big, 'x', sizeof big);
	ck_assert(
	    file_read(scratch_bytes("c", big, sizeof big), sizeof big, &bytes, &size, &error));
	ck_assert_uint_eq(size, sizeof big);
	ck_assert_mem_eq(bytes, big, sizeof big);
	free(bytes);
}
END_TEST

START_TEST(no_files)
{
	unsigned char *bytes;
	struct error error;
	size_t size;

	ck_assert(!file_read(scratch_path("none"), 9, &bytes, &size, &error));
	ck_assert_ptr_nonnull(
	    strstr(error.text, "none: cannot be read: no such file or directory"));
	ck_assert(!file_read(scratch_folder("folder"), 9, &bytes, &size, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "folder: is a folder; give a file"));
	ck_assert(!file_read(scratch_text("large", "0123456789"), 9, &bytes, &size, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "large: is larger than"));
#ifndef _WIN32
	ck_assert(!file_read("/dev/zero", 9, &bytes, &size, &error));
	ck_assert_str_eq(error.text, "/dev/zero: is no regular file; give one");
#endif
}
END_TEST

START_TEST(folders)
{
	struct folder folder;
	struct error error;
	bool missing;

	scratch_text("b.yaml", "");
	scratch_text("a.yaml", "");
	scratch_text("a.yaml.bak", "");
	scratch_text(".yaml", "");
	ck_assert(folder_read(scratch_path(""), ".yaml", &folder, &missing, &error));
	ck_assert_uint_eq(folder.count, 2);
	ck_assert_str_eq(folder.names[0], "a");
	ck_assert_str_eq(folder.names[1], "b");
	folder_free(&folder);
	ck_assert(!folder_read(scratch_path("none"), ".yaml", &folder, &missing, &error));
	ck_assert(missing);
	ck_assert(!folder_read(scratch_path("a.yaml"), ".yaml", &folder, &missing, &error));
	ck_assert(!missing);
	folder_free(&folder);
}
END_TEST

Suite *file_suite(void)
{
	Suite *suite = suite_create("file");
	TCase *tcase = tcase_create("file");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_test(tcase, whole_files);
	tcase_add_test(tcase, no_files);
	tcase_add_test(tcase, folders);
	suite_add_tcase(suite, tcase);
	return suite;
}
