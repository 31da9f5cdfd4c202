/* SPDX-License-Identifier: MIT */
#include "glob.h"

#include <stddef.h>

/* One character of UTF-8, so that ? stands for what a reader sees as one. */
static const char *next_character(const char *text)
{
	do
		text++;
	while (((unsigned char)*text & 0xC0) == 0x80);
	return text;
}

/*
 * When what follows a * does not fit, that * takes one more character and all after it is tried
 * again. Only the last * needs to be remembered: what fitted before it still fits.
 */
bool glob_match(const char *pattern, const char *text)
{
	const char *behind_star = NULL, *star_takes = NULL;

	while (*text) {
		if (*pattern == '*') {
			behind_star = ++pattern;
			star_takes = text;
		} else if (*pattern == '?') {
			pattern++;
			text = next_character(text);
		} else if (*pattern == *text) {
			pattern++;
			text++;
		} else if (behind_star) {
			pattern = behind_star;
			text = ++star_takes;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == 0;
}
