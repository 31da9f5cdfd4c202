/* SPDX-License-Identifier: MIT */
#include "heapkit.h"
#include "text.h"

bool heapkit_in_program;

static void add_byte(struct text *text, char byte)
{
	if (text->length + 1 >= sizeof text->bytes)
		return;
	text->bytes[text->length++] = byte;
	text->bytes[text->length] = '\0';
}

void text_clear(struct text *text)
{
	text->length = 0;
	text->bytes[0] = '\0';
}

void text_add(struct text *text, const char *string)
{
	while (*string)
		add_byte(text, *string++);
}

void text_add_uint(struct text *text, uint64_t value)
{
	char digits[20];
	size_t count = 0;

	do
		digits[count++] = (char)('0' + value % 10);
	while (value /= 10);
	while (count)
		add_byte(text, digits[--count]);
}

void text_add_int(struct text *text, int64_t value)
{
	if (value < 0)
		add_byte(text, '-');
	text_add_uint(text, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

void text_add_hex(struct text *text, uint64_t value, unsigned width)
{
	unsigned digits = 1;

	for (uint64_t rest = value >> 4; rest; rest >>= 4)
		digits++;
	if (digits < width)
		digits = width;
	text_add(text, "0x");
	while (digits--)
		add_byte(text, "0123456789abcdef"[value >> (digits * 4) & 15]);
}

void text_add_ptr(struct text *text, uintptr_t value)
{
	text_add_hex(text, value, sizeof value * 2);
}

void text_add_quoted(struct text *text, const char *string)
{
	const size_t end = text->length + 400;

	add_byte(text, '"');
	for (; *string; string++) {
		const unsigned char byte = (unsigned char)*string;

		if (text->length >= end) {
			text_add(text, "...");
			break;
		}

		if (byte == '\n') {
			text_add(text, "\\n");
		} else if (byte < 32 || byte > 126) {
			text_add(text, "\\x");
			add_byte(text, "0123456789abcdef"[byte >> 4]);
			add_byte(text, "0123456789abcdef"[byte & 15]);
		} else {
			if (byte == '"' || byte == '\\')
				add_byte(text, '\\');
			add_byte(text, *string);
		}
	}
	add_byte(text, '"');
}

void text_write(const struct text *text)
{
	const bool in_program = heapkit_in_program;
	DWORD written;

	heapkit_in_program = false;
	WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text->bytes, (DWORD)text->length, &written,
		  NULL);
	heapkit_in_program = in_program;
}
