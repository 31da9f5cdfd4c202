/* SPDX-License-Identifier: MIT */
/*
 * A version is a release, numbers between dots, and perhaps a tail:
 *
 *   wine-10.0-123-gabcdef    release 10.0, 123 commits later: above 10.0, below 10.0.1 and 10.1
 *   10.0-rc2, 10.0rc2        release 10.0, but before it; dev < alpha < beta < pre < rc
 *   8.0 (Debian 8.0~repack-4), 8.0+deb12u1, 8.0-staging    release 8.0 itself
 *
 * It begins with the first number that is not part of a word ("Win32Emu 1.2" is 1.2; a v before it
 * is allowed) and ends at a space, a parenthesis, or the first word that does not mean "before".
 * Missing numbers are 0: 10 is 10.0. A text without a number is the unknown version: equal to every
 * other unknown one, below all others, and in no range but the empty one.
 */
#include "version.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static bool is_separator(char c)
{
	return c && strchr(".-_~", c);
}

/* The first number outside a word; else the first number at all; else NULL. */
static const char *find_version(const char *text)
{
	const char *any = NULL;

	for (const char *at = text; *at; at++) {
		const char *word = at > text && (at[-1] == 'v' || at[-1] == 'V') ? at - 1 : at;

		if (!is_digit(*at) || (at > text && is_digit(at[-1])))
			continue;
		if (word == text || !is_letter(word[-1]))
			return at;
		if (!any)
			any = at;
	}
	return any;
}

/* Compares runs of digits of any length, and moves both behind them; a missing one is 0. */
static int compare_numbers(const char **a, const char **b)
{
	size_t length_a = 0, length_b = 0;
	int order;

	while (**a == '0')
		++*a;
	while (**b == '0')
		++*b;
	while (is_digit((*a)[length_a]))
		length_a++;
	while (is_digit((*b)[length_b]))
		length_b++;
	order = length_a == length_b ? strncmp(*a, *b, length_a) : length_a < length_b ? -1 : 1;
	*a += length_a;
	*b += length_b;
	return order;
}

static bool skip_dot(const char **at)
{
	if (**at != '.' || !is_digit((*at)[1]))
		return false;
	++*at;
	return true;
}

static int compare_releases(const char **a, const char **b)
{
	for (;;) {
		const int order = compare_numbers(a, b);
		bool more_a, more_b;

		if (order != 0)
			return order;
		more_a = skip_dot(a);
		more_b = skip_dot(b);
		if (!more_a && !more_b)
			return 0;
	}
}

/*
 * The next piece of a tail, and moves behind it: negative for a word that means "before the
 * release", 0 at the end, 1 for a number, at which *at then stands.
 */
static int tail_piece(const char **at)
{
	static const char *const before[] = {"dev", "alpha", "beta", "pre", "preview", "rc"};
	static const int ranks[] = {-5, -4, -3, -2, -2, -1};
	size_t length = 0;

	while (is_separator(**at))
		++*at;
	if (is_digit(**at))
		return 1;
	while (is_letter((*at)[length]))
		length++;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		size_t same = 0;

		while (same < length && tolower((unsigned char)(*at)[same]) == before[i][same])
			same++;
		if (same == length && before[i][same] == 0) {
			*at += length;
			return ranks[i];
		}
	}
	*at = "";
	return 0;
}

int version_compare(const char *a, const char *b)
{
	int order;

	a = find_version(a);
	b = find_version(b);
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	order = compare_releases(&a, &b);
	while (order == 0) {
		const int piece_a = tail_piece(&a), piece_b = tail_piece(&b);

		if (piece_a != piece_b)
			return piece_a < piece_b ? -1 : 1;
		if (piece_a == 0)
			return 0;
		if (piece_a == 1)
			order = compare_numbers(&a, &b);
	}
	return order;
}

/* One condition of a range: an operator ("<", "<=", ">", ">=", "=", none) and a version. */
struct condition {
	const char *text;
	size_t length;
	bool below, equal, above;
	char version[128];
	bool good;
};

/* Letters, digits and the like, a digit or a letter first, a number somewhere. */
static bool is_version(const char *text)
{
	static const char characters[] = "0123456789abcdefghijklmnopqrstuvwxyz"
					 "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-_~+";

	return !text[strspn(text, characters)] && !is_separator(text[0]) && text[0] != '+' &&
	       find_version(text);
}

/* The condition that begins at *at, or false at the end of the range. */
static bool next_condition(const char **at, struct condition *condition)
{
	const char *version;

	*at += strspn(*at, " \t");
	if (!**at)
		return false;
	*condition = (struct condition){.text = *at, .length = strcspn(*at, " \t")};
	version = *at;
	*at += condition->length;
	condition->below = *version == '<';
	condition->above = *version == '>';
	version += condition->below || condition->above;
	condition->equal = *version == '=' || (!condition->below && !condition->above);
	version += *version == '=';
	if ((size_t)(*at - version) < sizeof condition->version) {
		memcpy(condition->version, version, (size_t)(*at - version));
		condition->good = is_version(condition->version);
	}
	return true;
}

bool version_matches(const char *range, const char *version)
{
	struct condition condition;

	while (next_condition(&range, &condition)) {
		const int order = version_compare(version, condition.version);

		if (!condition.good || !find_version(version))
			return false;
		if (!(order < 0 ? condition.below : order > 0 ? condition.above : condition.equal))
			return false;
	}
	return true;
}

bool version_check_range(const char *range, struct error *error)
{
	struct condition condition;

	while (next_condition(&range, &condition))
		if (!condition.good)
			return error_set(error,
					 "'%.*s' is no condition on a version; write ones like "
					 "'>=8.0 <11', with spaces only between them",
					 (int)(condition.length < 200 ? condition.length : 200),
					 condition.text);
	return true;
}
