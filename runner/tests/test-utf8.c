/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <string.h>

#include "../heapkit/utf8.h"

static const struct {
	const char *bytes;
	size_t length;
} characters[] = {
    {"a", 1},
    {"\x7F", 1},
    {"\xC3\xA4", 2},
    {"\xE2\x82\xAC", 3},
    {"\xEF\xBF\xBF", 3},
    {"\xF0\x90\x80\x80", 4},
    {"\xF4\x8F\xBF\xBF", 4},
    {"", 0},
    {"\x80", 0},
    {"\xBF", 0},
    {"\xBF\xBF", 0},
    {"\xEE\x80\x80", 3},
    {"\xED\xBF\xBF", 0},
    {"\xC3", 0},
    {"\xC3q", 0},
    {"\xC1\xBF", 0}, /* longer than needed */
    {"\xC0\x80", 0},
    {"\xE0\x9F\xBF", 0},
    {"\xF0\x8F\xBF\xBF", 0},
    {"\xE2\x82", 0},
    {"\xE2\x82q", 0},
    {"\xED\xA0\x80", 0},     /* surrogate */
    {"\xF4\x90\x80\x80", 0}, /* behind the last */
    {"\xF5\x80\x80\x80", 0},
    {"\xFF\xFF\xFF\xFF", 0},
};

START_TEST(lengths)
{
	const unsigned char *bytes = (const unsigned char *)characters[_i].bytes;

	const size_t size = strlen(characters[_i].bytes);

	ck_assert_uint_eq(utf8_length(bytes, size), characters[_i].length);
	for (size_t less = 0; less < characters[_i].length; less++)
		ck_assert_uint_eq(utf8_length(bytes, less), 0);
}
END_TEST

START_TEST(lines)
{
	ck_assert(utf8_is_line(""));
	ck_assert(utf8_is_line("a \xE2\x82\xAC \xC2\xA0"));
	ck_assert(!utf8_is_line("a\nb"));
	ck_assert(!utf8_is_line("\x1B[31m"));
	ck_assert(!utf8_is_line("\x7F"));
	ck_assert(!utf8_is_line("\xC2\x9B"));
	ck_assert(!utf8_is_line("a\xFF"));
	ck_assert(utf8_is_text("a\n\tb", 4, "\n\t"));
	ck_assert(!utf8_is_text("a\n\rb", 4, "\n\t"));
	ck_assert(!utf8_is_text("a\0b", 3, "\n\t"));
}
END_TEST

Suite *utf8_suite(void)
{
	Suite *suite = suite_create("utf8");
	TCase *tcase = tcase_create("utf8");

	tcase_add_loop_test(tcase, lengths, 0, sizeof characters / sizeof *characters);
	tcase_add_test(tcase, lines);
	suite_add_tcase(suite, tcase);
	return suite;
}
