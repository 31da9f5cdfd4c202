/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/glob.h"

static const struct {
	const char *pattern, *text;
	bool matches;
} globs[] = {
    {"", "", true},
    {"", "a", false},
    {"*", "", true},
    {"**", "", true},
    {"*", "process-heaps/every-heap-once", true},
    {"a", "a", true},
    {"a", "A", false},
    {"a", "ab", false},
    {"ab", "a", false},
    {"process-heaps/*", "process-heaps/every-heap-once", true},
    {"process-heaps/*", "process-heaps/", true},
    {"process-heaps/*", "process-heap/address", false},
    {"process-heap*/*", "process-heap/address", true},
    {"*-bare", "x86_64-bare", true},
    {"*-bare", "x86_64-bare-metal", false},
    {"*-bare", "-bare-bare", true},
    {"*a*b", "a-b-a-c-b", true},
    {"*a*b", "a-b-a-c", false},
    {"*ab*ab*", "ab-aab", true},
    {"?", "", false},
    {"?", "a", true},
    {"?", "ab", false},
    {"a?c", "a/c", true},
    {"?", "\xC3\xA4", true},
    {"??", "\xC3\xA4", false},
    {"*?", "a", true},
    {"[ab]", "a", false},
    {"[ab]", "[ab]", true},
    {"a\\*", "a*", false},
    {"a.c", "abc", false},
};

START_TEST(matches)
{
	ck_assert_msg(glob_match(globs[_i].pattern, globs[_i].text) == globs[_i].matches,
		      "'%s' on '%s'", globs[_i].pattern, globs[_i].text);
}
END_TEST

/* Exponential in naive implementations; a limit of Check ends those. */
START_TEST(many_stars)
{
	char text[2001] = "";

	memset(text, 'a', sizeof text - 1);
	ck_assert(!glob_match("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", text));
}
END_TEST

Suite *glob_suite(void)
{
	Suite *suite = suite_create("glob");
	TCase *tcase = tcase_create("glob");

	tcase_add_loop_test(tcase, matches, 0, sizeof globs / sizeof *globs);
	tcase_add_test(tcase, many_stars);
	suite_add_tcase(suite, tcase);
	return suite;
}
