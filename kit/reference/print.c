/* SPDX-License-Identifier: MIT */
/*
 * A formatter of the program's own. With printf the sample's formats do not fit their arguments (%d
 * for a DWORD and for a SIZE_T) and what # does to %p differs from one C runtime to the next.
 */
#include "print.h"

#ifdef HEAPKIT_BARE

static void put(const char *line, DWORD length)
{
	DWORD written;

	WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), line, length, &written, NULL);
}

#else

#include <stdio.h>

#include <tchar.h>

static void put(const TCHAR *line, DWORD length)
{
	(void)length;
	_fputts(line, stdout);
}

#endif

struct line {
	TCHAR text[128];
	DWORD length;
};

static void add(struct line *line, TCHAR character)
{
	if (line->length + 1 < sizeof line->text / sizeof line->text[0])
		line->text[line->length++] = character;
}

static void add_decimal(struct line *line, LONGLONG value)
{
	ULONGLONG rest = value < 0 ? 0 - (ULONGLONG)value : (ULONGLONG)value;
	TCHAR digits[20];
	unsigned count = 0;

	if (value < 0)
		add(line, TEXT('-'));
	do
		digits[count++] = (TCHAR)(TEXT('0') + rest % 10);
	while (rest /= 10);
	while (count)
		add(line, digits[--count]);
}

static void add_address(struct line *line, ULONG_PTR value)
{
	unsigned digits = sizeof value * 2;

	add(line, TEXT('0'));
	add(line, TEXT('X'));
	while (digits--)
		add(line, TEXT("0123456789ABCDEF")[value >> (digits * 4) & 15]);
}

void print_line(LPCTSTR format, const LONGLONG *values)
{
	struct line line;

	line.length = 0;
	while (*format) {
		if (format[0] == TEXT('%') && format[1] == TEXT('d')) {
			add_decimal(&line, *values++);
			format += 2;
		} else if (format[0] == TEXT('%') && format[1] == TEXT('#')) {
			add_address(&line, (ULONG_PTR)*values++);
			format += 3;
		} else {
			add(&line, *format++);
		}
	}
	line.text[line.length] = 0;
	put(line.text, line.length);
}
