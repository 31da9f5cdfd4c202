/* SPDX-License-Identifier: MIT */
/* Reads the program's output as the listing of a success. */
#include "capture.h"
#include "heapkit.h"
#include "text.h"

static const char *rest;

static BOOL skip_text(const char *expected)
{
	const char *here = rest;

	while (*expected)
		if (*here++ != *expected++)
			return FALSE;
	rest = here;
	return TRUE;
}

static int digit_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	digit |= 0x20;
	return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : 16;
}

/* At least one digit, no overflow. */
static BOOL read_number(int base, ULONGLONG *number)
{
	const char *first = rest;

	for (*number = 0; digit_value(*rest) < base; rest++) {
		if (*number > ~0ull / (unsigned)base)
			return FALSE;
		*number = *number * (unsigned)base + (unsigned)digit_value(*rest);
	}
	return rest != first;
}

static BOOL read_heading(ULONGLONG *number)
{
	return skip_text("Process has ") && read_number(10, number) && skip_text(" heaps.\n");
}

static BOOL read_line(DWORD index, ULONGLONG *address)
{
	ULONGLONG number;

	if (!skip_text("Heap ") || !read_number(10, &number) || number != index ||
	    !skip_text(" at address: "))
		return FALSE;
	if (!skip_text("0x"))
		skip_text("0X");
	return read_number(16, address) && skip_text(".\n");
}

static void __attribute__((noreturn))
failed_line(const struct heapkit_site *site, const char *line, const char *want)
{
	static struct text got;

	text_clear(&got);
	for (; *line && *line != '\n'; line++) {
		const char one[2] = {*line, '\0'};

		text_add(&got, one);
	}
	heapkit_failed(site, got.length ? got.bytes : "nothing", want);
}

const struct listed_heaps *heapkit_check_listing(const struct heapkit_site *site)
{
	static struct listed_heaps listed;
	const DWORD room = sizeof listed.addresses / sizeof listed.addresses[0];
	ULONGLONG number;

	rest = program_output();
	if (!read_heading(&number))
		failed_line(site, program_output(), "Process has N heaps.");
	listed.number = (DWORD)number;
	for (listed.lines = 0; *rest; listed.lines++) {
		const char *line = rest;

		if (listed.lines == room ||
		    !read_line(listed.lines, &listed.addresses[listed.lines]))
			failed_line(site, line, "Heap I at address: ADDRESS. (I from 0 on)");
	}
	if (listed.lines != listed.number)
		heapkit_failed_uint(site, listed.lines, listed.number);
	if (captured_errors.length)
		heapkit_failed(site, program_errors(), "nothing on stderr");
	return &listed;
}
