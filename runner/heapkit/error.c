/* SPDX-License-Identifier: MIT */
#include "error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool error_set(struct error *error, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(error->text, sizeof error->text, format, arguments);
	va_end(arguments);
	return false;
}

/* Names in it are anybody's: one line, and nothing that a terminal would obey. */
static void make_harmless(char *line)
{
	for (unsigned char *at = (unsigned char *)line; *at; at++) {
		if (*at < ' ' || *at == 0x7F)
			*at = '?';
		else if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0)
			at[0] = at[1] = '?';
	}
}

int error_report(const struct error *error, int status)
{
	char line[sizeof error->text + 16];

	/* In one piece: lanes and other runs write there too, and a console of Windows shows no
	 * parts of a character. */
	snprintf(line, sizeof line - 1, "heapkit: %s", error->text);
	make_harmless(line);
	strcat(line, "\n");
	fputs(line, stderr);
	return status;
}

static void *here_or_out(void *block)
{
	if (block)
		return block;
	fputs("heapkit: out of memory\n", stderr);
	exit(EXIT_CANNOT_RUN);
}

void *xcalloc(size_t count, size_t size)
{
	return here_or_out(calloc(count ? count : 1, size ? size : 1));
}

void *xrealloc(void *block, size_t size)
{
	return here_or_out(realloc(block, size ? size : 1));
}

char *xstrdup(const char *text)
{
	const size_t size = strlen(text) + 1;

	return memcpy(xcalloc(1, size), text, size);
}

char *xformat_list(const char *format, va_list arguments)
{
	va_list again;
	char *text;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	text = xcalloc(1, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	return text;
}

char *xformat(const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = xformat_list(format, arguments);
	va_end(arguments);
	return text;
}
