/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "../heapkit/expectations.h"
#include "scratch.h"

static const char good[] = "# known deviations\n"
			   "- case: process-heaps/small-buffer-*\n"
			   "  target: \"*-bare\"\n"
			   "  version: \">=8.0 <11\"\n"
			   "  expect: fail\n"
			   "  reason: >\n"
			   "    follows the text of the 1990s:\n"
			   "    nothing is stored\n"
			   "  url: https://example.org/1\n"
			   "  until: \"12.0\"\n"
			   "\n"
			   "- {case: process-heaps/small-buffer-*, expect: crash, reason: older}\n"
			   "- case: heap-summary/*\n"
			   "  expect: unimplemented\n"
			   "  reason: a stub\n"
			   "  until: 2027-01-31\n";

static void load(const char *text, struct expectations *expectations)
{
	struct error error;

	ck_assert_msg(expectations_load(scratch_text("wine.yaml", text), expectations, &error),
		      "%s", error.text);
}

START_TEST(every_key)
{
	struct expectations expectations;
	const struct expectation *first;

	load(good, &expectations);
	ck_assert_str_eq(expectations.path, scratch_path("wine.yaml"));
	ck_assert_uint_eq(expectations.count, 3);
	first = &expectations.entries[0];
	ck_assert_str_eq(first->case_glob, "process-heaps/small-buffer-*");
	ck_assert_str_eq(first->target_glob, "*-bare");
	ck_assert_str_eq(first->version, ">=8.0 <11");
	ck_assert_int_eq(first->expect, OUTCOME_FAIL);
	ck_assert_str_eq(first->reason, "follows the text of the 1990s: nothing is stored");
	ck_assert_str_eq(first->url, "https://example.org/1");
	ck_assert_str_eq(first->until, "12.0");
	ck_assert_uint_eq(first->line, 2);
	ck_assert_str_eq(first[1].target_glob, "*");
	ck_assert_str_eq(first[1].version, "");
	ck_assert_ptr_null(first[1].url);
	ck_assert_ptr_null(first[1].until);
	ck_assert_uint_eq(first[1].line, 12);
	ck_assert_int_eq(first[2].expect, OUTCOME_UNIMPLEMENTED);
	ck_assert_uint_eq(first[2].line, 13);
	expectations_free(&expectations);
	expectations_free(&expectations);
}
END_TEST

START_TEST(none)
{
	struct expectations expectations;

	load("[]\n", &expectations);
	ck_assert_uint_eq(expectations.count, 0);
	ck_assert_ptr_null(expectations_find(&expectations, "a/b", "x86_64-bare", "1.0"));
	expectations_free(&expectations);
}
END_TEST

/* Which entry of `good`, counted from 1, is found; 0: none. */
static const struct {
	const char *case_id, *target, *version;
	int entry;
} finds[] = {
    {"process-heaps/small-buffer-stores-count", "i686-bare", "wine-8.0 (Debian 8.0~repack-4)", 1},
    {"process-heaps/small-buffer-stores-count", "i686-bare", "wine-10.0-123-gabcdef", 1},
    {"process-heaps/small-buffer-stores-count", "i686-bare", "wine-11.0", 2},
    {"process-heaps/small-buffer-stores-count", "i686-bare", "wine-7.0", 2},
    {"process-heaps/small-buffer-stores-count", "i686-msvcrt", "wine-8.0", 2},
    {"process-heaps/small-buffer-stores-count", "i686-bare", "", 2},
    {"process-heaps/small-buffer", "i686-bare", "wine-8.0", 0},
    {"heap-summary/fields", "i686-bare", "", 3},
    {"heap-summary/fields", "i686-bare", "wine-99", 3},
    {"x/heap-summary/fields", "i686-bare", "wine-8.0", 0},
};

START_TEST(find)
{
	struct expectations expectations;
	const struct expectation *found;

	load(good, &expectations);
	found = expectations_find(&expectations, finds[_i].case_id, finds[_i].target,
				  finds[_i].version);
	ck_assert_int_eq(found ? (int)(found - expectations.entries) + 1 : 0, finds[_i].entry);
	expectations_free(&expectations);
}
END_TEST

static const struct {
	const char *range, *until, *version;
	bool applies;
} untils[] = {
    {"", "12.0", "wine-11.22", true},
    {"", "12.0", "wine-12.0-rc3", true},
    {"", "12.0", "wine-12.0", false},
    {"", "12.0", "wine-12.0-1-gabc", false},
    {"", "12.0", "wine-13.0", false},
    {"", "12.0", "unknown", true},
    {">=12.0", "12.0", "wine-12.0", false},
    {"", "wine-10.0-123-gabcdef", "wine-10.0-122-g012345", true},
    {"", "wine-10.0-123-gabcdef", "wine-10.0-123-gabcdef", false},
    {"", "2027-01-31", "wine-99.0", true},
    {"", "2027-01-31", "2028.1", true},
    {"<8", NULL, "wine-8.0", false},
    {"", NULL, "", true},
};

START_TEST(until)
{
	const struct expectation expectation = {.version = (char *)untils[_i].range,
						.until = (char *)untils[_i].until};

	ck_assert_int_eq(expectation_applies(&expectation, untils[_i].version), untils[_i].applies);
}
END_TEST

START_TEST(overdue)
{
	const struct expectation date = {.until = (char *)"2027-01-31"};
	const struct expectation version = {.until = (char *)"12.0"};
	const struct expectation without = {.until = NULL};

	ck_assert(!expectation_is_overdue(&date, "2026-11-22"));
	ck_assert(!expectation_is_overdue(&date, "2027-01-31"));
	ck_assert(expectation_is_overdue(&date, "2027-02-01"));
	ck_assert(!expectation_is_overdue(&version, "2027-02-01"));
	ck_assert(!expectation_is_overdue(&without, "2027-02-01"));
}
END_TEST

#define ENTRY "- case: a/b\n  reason: c\n  expect: "

static const struct {
	const char *text, *want;
} bad[] = {
    {"", "wine.yaml:1: there is nothing in it; write []"},
    {"case: a\n", "wine.yaml:1: the file is keys and values; write a list"},
    {"- case: a\n  expect: fail\n", "wine.yaml:1: the key 'reason' is missing; add it"},
    {"- case: a\n  expect: fail\n  reason:\n", "wine.yaml:3: 'reason' is empty"},
    {"- case: a\n  expect: fail\n  reson: b\n", "wine.yaml:3: the key 'reson' is unknown"},
    {"- case: [a]\n  expect: fail\n  reason: b\n", "wine.yaml:1: 'case' is a list; write a text"},
    {ENTRY "pass\n",
     "wine.yaml:3: 'expect' cannot be 'pass'; write fail or broken or unimplemented or crash or "
     "timeout"},
    {ENTRY "skip\n", "wine.yaml:3: 'expect' cannot be 'skip'"},
    {ENTRY "failure\n", "wine.yaml:3: 'expect' cannot be 'failure'"},
    {ENTRY "1\n", "wine.yaml:3: 'expect' cannot be '1'"},
    {ENTRY "fail\n  version: \">= 8.0\"\n",
     "wine.yaml:4: '>=' is no condition on a version; write"},
    {ENTRY "fail\n  version: new\n", "wine.yaml:4: 'new' is no condition on a version"},
    {ENTRY "fail\n  version:\n", "wine.yaml:4: 'version' is empty"},
    {ENTRY "fail\n  url: see the list\n", "wine.yaml:4: 'see the list' is no address; write"},
    {ENTRY "fail\n  url: javascript:alert(1)\n",
     "wine.yaml:4: 'javascript:alert(1)' is no address"},
    {ENTRY "fail\n  until: soon\n", "wine.yaml:4: 'soon' is neither a version nor a date; write"},
    {ENTRY "fail\n  until: \">=12.0\"\n", "wine.yaml:4: '>=12.0' is neither a version nor"},
    {ENTRY "fail\n  until: \"11.0 12.0\"\n", "wine.yaml:4: '11.0 12.0' is neither a version nor"},
    {ENTRY "fail\n  until: 2027-13-01\n", "wine.yaml:4: '2027-13-01' is no date; write one like"},
    {ENTRY "fail\n  until: 2027-00-01\n", "wine.yaml:4: '2027-00-01' is no date"},
    {ENTRY "fail\n  until: 2027-02-29\n", "wine.yaml:4: '2027-02-29' is no date"},
    {ENTRY "fail\n  until: 2027-04-31\n", "wine.yaml:4: '2027-04-31' is no date"},
    {ENTRY "fail\n  until: 2027-1-31\n", "wine.yaml:4: '2027-1-31' is no date"},
    {ENTRY "fail\n  until: 2027-01-31T00\n", "wine.yaml:4: '2027-01-31T00' is no date"},
    {ENTRY "fail\n  until: 2027/01/31\n", "wine.yaml:4: '2027/01/31' is no date"},
    {ENTRY "fail\n" ENTRY "crash\n", "wine.yaml:4: 'a/b' stands there twice for the same target "
				     "and version, first in line 1; take"},
    {ENTRY "fail\n" ENTRY "crash\n  target: \"*\"\n", "wine.yaml:4: 'a/b' stands there twice"},
};

START_TEST(bad_file)
{
	struct expectations expectations;
	struct error error;

	ck_assert_msg(
	    !expectations_load(scratch_text("wine.yaml", bad[_i].text), &expectations, &error),
	    "accepted, wanted: %s", bad[_i].want);
	ck_assert_msg(strstr(error.text, bad[_i].want) && strstr(error.text, "; "),
		      "got:  %s\nwant: %s", error.text, bad[_i].want);
	ck_assert_uint_eq(expectations.count, 0);
}
END_TEST

static const struct {
	const char *date;
	bool good;
} dates[] = {
    {"2027-01-31", true},  {"2027-12-31", true},  {"2028-02-29", true},  {"2000-02-29", true},
    {"2100-02-28", true},  {"2000-01-01", true},  {"2100-02-29", false}, {"2027-12-32", false},
    {"2027-12-00", false}, {"2027-00-12", false}, {"2027-13-12", false}, {"2027-06-31", false},
};

START_TEST(calendar)
{
	char text[128];
	struct expectations expectations;
	struct error error;

	sprintf(text, ENTRY "fail\n  until: %s\n", dates[_i].date);
	ck_assert_int_eq(expectations_load(scratch_text("wine.yaml", text), &expectations, &error),
			 dates[_i].good);
	expectations_free(&expectations);
}
END_TEST

START_TEST(alike_but_different)
{
	struct expectations expectations;

	load(ENTRY "fail\n  until: 2028-02-29\n" ENTRY "fail\n  target: i686-*\n" ENTRY
		   "fail\n  version: \"<9\"\n",
	     &expectations);
	ck_assert_uint_eq(expectations.count, 3);
	expectations_free(&expectations);
}
END_TEST

Suite *expectations_suite(void)
{
	Suite *suite = suite_create("expectations");
	TCase *tcase = tcase_create("expectations");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_test(tcase, every_key);
	tcase_add_test(tcase, none);
	tcase_add_loop_test(tcase, find, 0, sizeof finds / sizeof *finds);
	tcase_add_loop_test(tcase, until, 0, sizeof untils / sizeof *untils);
	tcase_add_test(tcase, overdue);
	tcase_add_loop_test(tcase, bad_file, 0, sizeof bad / sizeof *bad);
	tcase_add_loop_test(tcase, calendar, 0, sizeof dates / sizeof *dates);
	tcase_add_test(tcase, alike_but_different);
	suite_add_tcase(suite, tcase);
	return suite;
}
