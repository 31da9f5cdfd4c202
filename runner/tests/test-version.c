/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <string.h>

#include "../heapkit/version.h"

/* Ascending; each is compared with every other. */
static const char *const ascending[] = {
    "unknown",
    "wine-8.0~rc1",
    "wine-8.0 (Debian 8.0~repack-4)",
    "8.0.1",
    "wine-9.22",
    "wine-10.0-alpha1",
    "10.0-beta",
    "wine-10.0-rc1",
    "wine-10.0-rc1-17-g0123456",
    "10.0rc2",
    "10.0-RC10",
    "wine-10.0",
    "wine-10.0-1-gabcdef",
    "wine-10.0-123-gabcdef",
    "wine-10.0.1",
    "wine-10.1-rc1",
    "wine-10.1",
    "10.0000000000000000000002",
    "10.10",
    "11",
    "20240131",
    "99999999999999999999999999999",
    "100000000000000000000000000000",
};

START_TEST(order)
{
	const int count = sizeof ascending / sizeof *ascending;

	for (int i = 0; i < count; i++) {
		const int got = version_compare(ascending[_i], ascending[i]);

		ck_assert_msg(_i < i   ? got < 0
			      : _i > i ? got > 0
				       : got == 0,
			      "'%s' against '%s': %d", ascending[_i], ascending[i], got);
	}
}
END_TEST

static const char *const same[][2] = {
    {"10", "10.0"},
    {"10.0", "10.0.0"},
    {"wine-8.0 (Debian 8.0~repack-4)", "8.0"},
    {"8.0+deb12u1", "8.0"},
    {"8.0~repack-4", "8.0"},
    {"wine-9.0 (Staging)", "9.0"},
    {"wine-9.0-staging", "9.0"},
    {"wine-10.0-123-gabcdef", "wine-10.0-123-g999999"},
    {"wine-10.0-123-gabcdef-dirty", "10.0-123"},
    {"10.0-rc2", "10.0rc2"},
    {"10-rc1", "10.0-rc1"},
    {"v1.2.3", "1.2.3"},
    {"my emulator v1.2.3, the best", "1.2.3"},
    {"Win32Emu 1.2", "1.2"},
    {"retrowin32", "32"},
    {"08.00", "8.0"},
    {"", "no number"},
    {"10.", "10"},
};

START_TEST(equal)
{
	ck_assert_msg(version_compare(same[_i][0], same[_i][1]) == 0, "'%s' and '%s'", same[_i][0],
		      same[_i][1]);
	ck_assert_msg(version_compare(same[_i][1], same[_i][0]) == 0, "'%s' and '%s'", same[_i][1],
		      same[_i][0]);
}
END_TEST

static const struct {
	const char *range, *version;
	bool matches;
} ranges[] = {
    {"", "wine-8.0", true},
    {"", "", true},
    {"  ", "wine-8.0", true},
    {">=8.0 <11", "wine-8.0 (Debian 8.0~repack-4)", true},
    {">=8.0 <11", "wine-10.0-123-gabcdef", true},
    {">=8.0 <11", "wine-11.0", false},
    {">=8.0 <11", "wine-11.0-rc1", true},
    {">=8.0 <11", "wine-7.22", false},
    {"<10.0", "wine-10.0", false},
    {"<10.0", "wine-10.0-rc4", true},
    {"<=10.0", "wine-10.0", true},
    {"<=10.0", "wine-10.0-1-gabc", false},
    {">10.0", "wine-10.0-1-gabc", true},
    {">10.0", "wine-10.0", false},
    {"8.0", "wine-8.0 (Debian 8.0~repack-4)", true},
    {"=8.0", "wine-8.0", true},
    {"8.0", "wine-8.0.1", false},
    {">=wine-8.0", "wine-8.0", true},
    {" >=8.0\t<9 ", "8.5", true},
    {">=8.0", "unknown", false},
    {"<8.0", "", false},
    {">=", "8.0", false},
};

START_TEST(in_range)
{
	ck_assert_msg(version_matches(ranges[_i].range, ranges[_i].version) == ranges[_i].matches,
		      "'%s' in '%s'", ranges[_i].version, ranges[_i].range);
}
END_TEST

static const char *const bad_ranges[] = {
    ">=",   ">= 8.0",  "8.0, 9.0", "==8.0", "=>8.0", "!=8.0",      "x",          "any",
    "~8.0", ">=8.0 x", "8.*",      "<<8",   "8.0|9", "8.0 \x1B[1", "\xC3\xA4 8",
};

START_TEST(bad_range)
{
	struct error error = {""};

	ck_assert_msg(!version_check_range(bad_ranges[_i], &error), "%s", bad_ranges[_i]);
	ck_assert_ptr_nonnull(strstr(error.text, "is no condition on a version; write"));
}
END_TEST

START_TEST(good_range)
{
	struct error error = {""};

	ck_assert(version_check_range("", &error));
	ck_assert(version_check_range(">=8.0 <11", &error));
	ck_assert(version_check_range("wine-10.0-123-gabcdef", &error));
	ck_assert(version_check_range("<8.0+deb12u1", &error));
	ck_assert_str_eq(error.text, "");
}
END_TEST

/* Nobody's version is so long, but a file may say so. */
START_TEST(long_range)
{
	char range[202] = ">";
	struct error error = {""};

	for (int length = 1; length <= 200; length++) {
		range[length] = '1';
		ck_assert_int_eq(version_check_range(range, &error), length < 128);
		version_matches(range, "8.0");
	}
	ck_assert_ptr_nonnull(strstr(error.text, "is no condition on a version"));
}
END_TEST

Suite *version_suite(void)
{
	Suite *suite = suite_create("version");
	TCase *tcase = tcase_create("version");

	tcase_add_loop_test(tcase, order, 0, sizeof ascending / sizeof *ascending);
	tcase_add_loop_test(tcase, equal, 0, sizeof same / sizeof *same);
	tcase_add_loop_test(tcase, in_range, 0, sizeof ranges / sizeof *ranges);
	tcase_add_loop_test(tcase, bad_range, 0, sizeof bad_ranges / sizeof *bad_ranges);
	tcase_add_test(tcase, good_range);
	tcase_add_test(tcase, long_range);
	suite_add_tcase(suite, tcase);
	return suite;
}
