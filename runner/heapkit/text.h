/* SPDX-License-Identifier: MIT */
/* A text that grows, and what it takes to show foreign texts safely. */
#ifndef HEAPKIT_TEXT_H
#define HEAPKIT_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "error.h"

enum { TEXT_REPLACEMENT = 0xFFFD /* for what cannot be shown */ };

/* Starts as {0}. `bytes` is NULL or ends with a NUL that `size` does not count. */
struct text {
	char *bytes;
	size_t size;
	size_t room;
};

void text_add(struct text *text, const char *bytes, size_t size);
void text_put(struct text *text, const char *string);
void text_character(struct text *text, uint32_t character);
void text_printf(struct text *text, const char *format, ...) PRINTF_LIKE(2, 3);
void text_pad(struct text *text, size_t spaces);

/* The text as a string that lives as long as nothing is added; "" for an empty one. */
const char *text_string(const struct text *text);
void text_clear(struct text *text);
void text_free(struct text *text);

/* How one character of a foreign text is written; a newline is '\n'. */
typedef void text_writer(struct text *text, uint32_t character);

/*
 * Writes a text that others made so that all of it is seen and none of it obeyed: control
 * characters (an escape sequence, a NUL) become their pictures, what turns the direction of the
 * text becomes U+FFFD, as does invalid UTF-8. Tabs stay; CR LF is a newline; newlines at the end
 * are dropped.
 */
void text_visible(struct text *text, const char *string, text_writer *write);

/* Columns a text of `size` bytes takes in a terminal: one for each character. */
size_t text_width(const char *bytes, size_t size);

/* A text_writer for HTML and XML, contents and attributes in double quotes. */
void text_write_markup(struct text *text, uint32_t character);

/* A text_writer for places of one line: a newline becomes a space. */
void text_write_line(struct text *text, uint32_t character);

#endif
