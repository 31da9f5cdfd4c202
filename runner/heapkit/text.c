/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

static void reserve(struct text *text, size_t size)
{
	const size_t needed = text->size + size + 1;

	if (needed <= text->room)
		return;
	text->room = needed < 64 ? 128 : needed * 2;
	text->bytes = xrealloc(text->bytes, text->room);
}

void text_add(struct text *text, const char *bytes, size_t size)
{
	reserve(text, size);
	memcpy(text->bytes + text->size, bytes, size);
	text->size += size;
	text->bytes[text->size] = '\0';
}

void text_put(struct text *text, const char *string)
{
	text_add(text, string, strlen(string));
}

void text_character(struct text *text, uint32_t character)
{
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0}; /* by length */
	const size_t length = character < 0x80      ? 1
			      : character < 0x800   ? 2
			      : character < 0x10000 ? 3
						    : 4;
	char bytes[4];

	for (size_t i = length; i-- > 1; character >>= 6)
		bytes[i] = (char)(0x80 | (character & 0x3F));
	bytes[0] = (char)(lead[length] | character);
	text_add(text, bytes, length);
}

void text_printf(struct text *text, const char *format, ...)
{
	va_list arguments, again;
	int length;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	reserve(text, (size_t)length);
	vsnprintf(text->bytes + text->size, (size_t)length + 1, format, again);
	va_end(again);
	text->size += (size_t)length;
}

void text_pad(struct text *text, size_t spaces)
{
	while (spaces-- > 0)
		text_add(text, " ", 1);
}

const char *text_string(const struct text *text)
{
	return text->bytes ? text->bytes : "";
}

void text_clear(struct text *text)
{
	text->size = 0;
	if (text->bytes)
		text->bytes[0] = '\0';
}

void text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){0};
}

static uint32_t shown(uint32_t character)
{
	if (character == '\t' || character == '\n')
		return character;
	if (character < 0x20)
		return 0x2400 + character;
	if (character == 0x7F)
		return 0x2421;
	if (character < 0xA0 && character > 0x7F) /* a terminal may obey these as it does ESC */
		return TEXT_REPLACEMENT;
	if (character == 0x61C || character == 0x200E || character == 0x200F ||
	    (character >= 0x2028 && character <= 0x202E) ||
	    (character >= 0x2066 && character <= 0x2069))
		return TEXT_REPLACEMENT;
	if ((character & 0xFFFE) == 0xFFFE) /* no characters: XML and YAML refuse them */
		return TEXT_REPLACEMENT;
	return character;
}

/* The character at *at, which moves behind it; each byte that is no part of one becomes U+FFFD. */
static uint32_t decode(const unsigned char *bytes, size_t size, size_t *at)
{
	const size_t length = utf8_length(bytes + *at, size - *at);
	uint32_t character =
	    length ? bytes[*at] & (0xFFU >> (length == 1 ? 0 : length + 1)) : TEXT_REPLACEMENT;

	for (size_t i = 1; i < length; i++)
		character = character << 6 | (bytes[*at + i] & 0x3F);
	*at += length ? length : 1;
	return character;
}

void text_visible(struct text *text, const char *string, text_writer *write)
{
	size_t size = strlen(string);

	while (size > 0 && (string[size - 1] == '\n' || string[size - 1] == '\r'))
		size--;
	for (size_t i = 0; i < size;) {
		if (string[i] == '\r' && string[i + 1] == '\n')
			i++;
		write(text, shown(decode((const unsigned char *)string, size, &i)));
	}
}

size_t text_width(const char *bytes, size_t size)
{
	size_t width = 0;

	for (size_t i = 0; i < size; i++)
		width += ((unsigned char)bytes[i] & 0xC0) != 0x80;
	return width;
}

void text_write_markup(struct text *text, uint32_t character)
{
	switch (character) {
	case '&':
		text_put(text, "&amp;");
		break;
	case '<':
		text_put(text, "&lt;");
		break;
	case '>': /* "]]>" must not stand in a text */
		text_put(text, "&gt;");
		break;
	case '"':
		text_put(text, "&quot;");
		break;
	default:
		text_character(text, character);
	}
}

void text_write_line(struct text *text, uint32_t character)
{
	text_character(text, character == '\n' ? ' ' : character);
}
