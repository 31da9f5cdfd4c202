/* SPDX-License-Identifier: MIT */
#ifndef HEAPKIT_UTF8_H
#define HEAPKIT_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* The bytes, 1 to 4, of the well-formed UTF-8 character that begins there, or 0 where none does. */
size_t utf8_length(const unsigned char *bytes, size_t size);

/* Whether the text is UTF-8 without control characters but those in `allowed`. */
bool utf8_is_text(const char *text, size_t size, const char *allowed);

/* Whether the text is UTF-8 without any control character: it can stand in any report as one line.
 */
bool utf8_is_line(const char *text);

#endif
