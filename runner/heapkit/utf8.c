/* SPDX-License-Identifier: MIT */
#include "utf8.h"

#include <stdint.h>
#include <string.h>

size_t utf8_length(const unsigned char *bytes, size_t size)
{
	/* by length: the smallest character that needs so many bytes */
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned first = size ? bytes[0] : 0xFF;
	const size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
	uint32_t character = first & (0xFFu >> (length + 1));

	if (length == 1)
		return 1;
	if (first < 0xC0 || first > 0xF4 || length > size)
		return 0;
	for (size_t i = 1; i < length; i++) {
		if ((bytes[i] & 0xC0) != 0x80)
			return 0;
		character = character << 6 | (bytes[i] & 0x3F);
	}
	if (character < smallest[length] || character > 0x10FFFF ||
	    (character >= 0xD800 && character < 0xE000))
		return 0;
	return length;
}

/* C0, DEL and C1: terminals obey them, XML and TAP break. */
static bool is_control(const unsigned char *at, size_t length)
{
	return (length == 1 && (at[0] < ' ' || at[0] == 0x7F)) ||
	       (length == 2 && at[0] == 0xC2 && at[1] < 0xA0);
}

bool utf8_is_text(const char *text, size_t size, const char *allowed)
{
	const unsigned char *at = (const unsigned char *)text;

	while (size > 0) {
		const size_t length = utf8_length(at, size);

		if (length == 0)
			return false;
		if (is_control(at, length) && (!at[0] || !strchr(allowed, at[0])))
			return false;
		at += length;
		size -= length;
	}
	return true;
}

bool utf8_is_line(const char *text)
{
	return utf8_is_text(text, strlen(text), "");
}
