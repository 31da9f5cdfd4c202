/* SPDX-License-Identifier: MIT */
/* Reads the program's output: as the listing of a success, or as a message with a number. */
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

static unsigned digit_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return (unsigned)(digit - '0');
	if (digit >= 'a' && digit <= 'f')
		return (unsigned)(digit - 'a' + 10);
	if (digit >= 'A' && digit <= 'F')
		return (unsigned)(digit - 'A' + 10);
	return ~0u;
}

/* At least one digit, and no more than `most` in all. */
static BOOL read_number(unsigned base, ULONGLONG most, ULONGLONG *number)
{
	const char *first = rest;

	for (*number = 0; digit_value(*rest) < base; rest++) {
		const unsigned digit = digit_value(*rest);

		if (*number > (most - digit) / base)
			return FALSE;
		*number = *number * base + digit;
	}
	return rest != first;
}

static BOOL read_heading(DWORD *number)
{
	ULONGLONG read;

	if (!skip_text("Process has ") || !read_number(10, ~(DWORD)0, &read) ||
	    !skip_text(" heaps.\n"))
		return FALSE;
	*number = (DWORD)read;
	return TRUE;
}

static BOOL read_line(DWORD index, ULONGLONG *address)
{
	ULONGLONG number;

	if (!skip_text("Heap ") || !read_number(10, ~(DWORD)0, &number) || number != index ||
	    !skip_text(" at address: "))
		return FALSE;
	if (!skip_text("0x"))
		skip_text("0X");
	return read_number(16, ~(ULONG_PTR)0, address) && skip_text(".\n");
}

static struct text got, want;

static void start(void)
{
	text_clear(&got);
	text_clear(&want);
}

static void __attribute__((noreturn))
failed_line(const struct heapkit_site *site, const char *line, const char *expected)
{
	start();
	for (; *line && *line != '\n'; line++) {
		const char one[2] = {*line, '\0'};

		text_add(&got, one);
	}
	if (got.length == 0)
		text_add(&got, *line ? "an empty line" : "no line");
	capture_failed(site, got.bytes, expected);
}

static void check_count(const struct heapkit_site *site, const struct listed_heaps *listed)
{
	if (listed->lines == listed->number)
		return;
	start();
	text_add_uint(&got, listed->lines);
	text_add(&got, " lines of heaps");
	text_add_uint(&want, listed->number);
	text_add(&want, ", as the first line says");
	capture_failed(site, got.bytes, want.bytes);
}

const struct listed_heaps *heapkit_check_listing(const struct heapkit_site *site, const char *last)
{
	static struct listed_heaps listed;
	const DWORD room = sizeof listed.addresses / sizeof listed.addresses[0];

	rest = program_output();
	if (!read_heading(&listed.number))
		failed_line(site, rest, "Process has N heaps.");
	for (listed.lines = 0; listed.lines < listed.number && *rest; listed.lines++) {
		const char *line = rest;

		require(listed.lines < room);
		if (!read_line(listed.lines, &listed.addresses[listed.lines]))
			failed_line(site, line, "Heap I at address: ADDRESS. (I from 0 on)");
	}
	check_count(site, &listed);
	if (!skip_text(last) || *rest)
		failed_line(site, rest, *last ? last : "nothing more");
	capture_check_errors(site);
	return &listed;
}

static void add_address(struct text *text, DWORD line, ULONGLONG address)
{
	text_add(text, "line ");
	text_add_uint(text, line);
	text_add(text, " with ");
	text_add_ptr(text, (uintptr_t)address);
}

void heapkit_check_listed(const struct heapkit_site *site, const struct listed_heaps *listed,
			  const HANDLE *heaps, DWORD count)
{
	if (listed->lines != count)
		heapkit_failed_uint(site, listed->lines, count);
	for (DWORD i = 0; i < count; i++) {
		if (listed->addresses[i] == (ULONG_PTR)heaps[i])
			continue;
		start();
		add_address(&got, i, listed->addresses[i]);
		add_address(&want, i, (ULONG_PTR)heaps[i]);
		heapkit_failed(site, got.bytes, want.bytes);
	}
}

LONGLONG heapkit_check_output_number(const struct heapkit_site *site, const char *format)
{
	ULONGLONG number = 0;
	BOOL negative = FALSE, matches = TRUE;

	rest = program_output();
	while (*format && matches) {
		if (format[0] == '%' && format[1] == 'd') {
			negative = skip_text("-");
			matches = read_number(10, MAXLONGLONG, &number);
			format += 2;
		} else {
			matches = *rest++ == *format++;
		}
	}
	if (!matches || *rest)
		capture_failed(site, program_output(), format);
	capture_check_errors(site);
	return negative ? -(LONGLONG)number : (LONGLONG)number;
}
