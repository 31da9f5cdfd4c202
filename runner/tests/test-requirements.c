/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <string.h>

#include "../heapkit/requirements.h"
#include "scratch.h"

#define ROW(id_, level_, class_, subject_)                                                         \
	"- id: " id_ "\n  title: t\n  level: " level_ "\n  class: " class_                         \
	"\n  subject: " subject_ "\n  evidence: doc\n"

static const char every_key_text[] = "- id: GPH-05\n"
				     "  title: a buffer too small\n"
				     "    still receives handles\n"
				     "  level: MUST\n"
				     "  class: S\n"
				     "  subject: platform\n"
				     "  condition: quiet process\n"
				     "  page: https://example.org/page\n"
				     "  evidence: E2\n"
				     "  untestable: nobody knows how\n"
				     "  variants: [another order, heaps of strangers]\n";

START_TEST(every_key)
{
	struct requirements requirements;
	struct error error;
	const struct requirement *row;

	scratch_text("process-heaps.yaml", every_key_text);
	ck_assert_msg(requirements_load(scratch_path(""), &requirements, &error), "%s", error.text);
	row = requirements_find(&requirements, "GPH-05");
	ck_assert_ptr_nonnull(row);
	ck_assert_str_eq(row->title, "a buffer too small still receives handles");
	ck_assert_str_eq(row->level, "MUST");
	ck_assert_str_eq(row->class, "S");
	ck_assert_str_eq(row->subject, "platform");
	ck_assert_str_eq(row->condition, "quiet process");
	ck_assert_str_eq(row->page, "https://example.org/page");
	ck_assert_str_eq(row->evidence, "E2");
	ck_assert_str_eq(row->untestable, "nobody knows how");
	ck_assert_uint_eq(row->variants_count, 2);
	ck_assert_str_eq(row->variants[1], "heaps of strangers");
	requirements_free(&requirements);
	requirements_free(&requirements);
}
END_TEST

START_TEST(many_files)
{
	struct requirements requirements;
	struct error error;

	scratch_text("b.yaml", ROW("GPH-02", "MUST", "S", "platform")
				   ROW("GPH-01", "VARIES", "U", "program"));
	scratch_text("a.yaml", ROW("SAF-01", "MUST", "S", "sdk"));
	scratch_text("c.yaml", "[]\n");
	scratch_text("README.md", "no requirements");
	ck_assert_msg(requirements_load(scratch_path(""), &requirements, &error), "%s", error.text);
	ck_assert_uint_eq(requirements.count, 3);
	ck_assert_str_eq(requirements.rows[0].id, "GPH-01");
	ck_assert_str_eq(requirements.rows[2].id, "SAF-01");
	ck_assert_ptr_eq(requirements_find(&requirements, "GPH-02"), &requirements.rows[1]);
	ck_assert_ptr_null(requirements_find(&requirements, "GPH-03"));
	ck_assert_ptr_null(requirements_find(&requirements, "GPH-0"));
	ck_assert_ptr_null(requirements.rows[0].page);
	ck_assert_ptr_null(requirements.rows[0].untestable);
	requirements_free(&requirements);
}
END_TEST

START_TEST(no_folder)
{
	struct requirements requirements;
	struct error error;

	ck_assert(requirements_load(scratch_path("none"), &requirements, &error));
	ck_assert_uint_eq(requirements.count, 0);
	ck_assert_ptr_null(requirements_find(&requirements, "GPH-05"));
	requirements_free(&requirements);
	ck_assert(!requirements_load(scratch_text("file", ""), &requirements, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "file: cannot be read: not a directory; give"));
}
END_TEST

static const struct {
	const char *level, *class;
	bool judged;
} judged[] = {
    {"MUST", "S", true},  {"WINDOWS", "I", true}, {"VARIES", "S", false},
    {"MUST", "U", false}, {"MUST", "X", false},   {"VARIES", "U", false},
};

START_TEST(is_judged)
{
	const struct requirement row = {.level = (char *)judged[_i].level,
					.class = (char *)judged[_i].class};

	ck_assert_int_eq(requirement_is_judged(&row), judged[_i].judged);
}
END_TEST

static const struct {
	const char *text, *want;
} bad[] = {
    {"", "b.yaml:1: there is nothing in it"},
    {ROW("GPH-02", "SHOULD", "S", "sdk"),
     "b.yaml:3: 'level' cannot be 'SHOULD'; write one of MUST, WINDOWS, VARIES"},
    {ROW("GPH-02", "'MUST, WINDOWS'", "S", "sdk"), "b.yaml:3: 'level' cannot be 'MUST, WINDOWS'"},
    {ROW("GPH-02", "MUS", "S", "sdk"), "b.yaml:3: 'level' cannot be 'MUS'"},
    {ROW("GPH-02", "MUST", "A", "sdk"), "b.yaml:4: 'class' cannot be 'A'; write one of S, T, I, O"},
    {ROW("GPH-02", "MUST", "ST", "sdk"), "b.yaml:4: 'class' cannot be 'ST'"},
    {ROW("GPH-02", "MUST", "S", "kit"),
     "b.yaml:5: 'subject' cannot be 'kit'; write one of platform, program, sdk"},
    {ROW("gph-02", "MUST", "S", "sdk"), "b.yaml:1: 'gph-02' is no id; write one like GPH-05"},
    {ROW("GPH 02", "MUST", "S", "sdk"), "b.yaml:1: 'GPH 02' is no id"},
    {ROW("GPH-", "MUST", "S", "sdk"), "b.yaml:1: 'GPH-' is no id"},
    {ROW("GPH-2a", "MUST", "S", "sdk"), "b.yaml:1: 'GPH-2a' is no id"},
    {ROW("GPH-02", "MUST", "S", "sdk") ROW("GPH-02", "MUST", "S", "sdk"),
     "b.yaml:7: GPH-02 stands there twice, first in "},
    {ROW("GPH-01", "MUST", "S", "sdk"), "a.yaml:1; take one out"},
    {ROW("GPH-02", "VARIES", "S", "sdk") "  untestable: why\n",
     "b.yaml:7: GPH-02 is not judged and needs no case; take 'untestable' out"},
    {"- id: GPH-02\n  title: t\n  level: MUST\n  class: S\n  subject: sdk\n",
     "b.yaml:1: the key 'evidence' is missing; add it"},
    {ROW("GPH-02", "MUST", "S", "sdk") "  variants: none\n",
     "b.yaml:7: 'variants' is a text; write a list"},
    {ROW("GPH-02", "MUST", "S", "sdk") "  pages: none\n", "b.yaml:7: the key 'pages' is unknown"},
    {ROW("GPH-02", "MUST", "S", "sdk") "  title: u\n",
     "b.yaml:7: the key 'title' stands there twice"},
};

START_TEST(bad_file)
{
	struct requirements requirements;
	struct error error = {""};

	scratch_text("a.yaml", ROW("GPH-01", "MUST", "S", "platform"));
	scratch_text("b.yaml", bad[_i].text);
	ck_assert_msg(!requirements_load(scratch_path(""), &requirements, &error),
		      "accepted, wanted: %s", bad[_i].want);
	ck_assert_msg(strstr(error.text, bad[_i].want) && strstr(error.text, "; "),
		      "got:  %s\nwant: %s", error.text, bad[_i].want);
	ck_assert_uint_eq(requirements.count, 0);
}
END_TEST

Suite *requirements_suite(void)
{
	Suite *suite = suite_create("requirements");
	TCase *tcase = tcase_create("requirements");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_test(tcase, every_key);
	tcase_add_test(tcase, many_files);
	tcase_add_test(tcase, no_folder);
	tcase_add_loop_test(tcase, is_judged, 0, sizeof judged / sizeof *judged);
	tcase_add_loop_test(tcase, bad_file, 0, sizeof bad / sizeof *bad);
	suite_add_tcase(suite, tcase);
	return suite;
}
