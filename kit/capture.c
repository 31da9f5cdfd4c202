/* SPDX-License-Identifier: MIT */
#include "capture.h"

#include "heapkit.h"
#include "text.h"

struct capture captured_output, captured_errors;

void capture_clear(void)
{
	captured_output.length = captured_errors.length = 0;
	captured_output.bytes[0] = captured_errors.bytes[0] = '\0';
}

void capture_add(struct capture *capture, const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] == '\r' || capture->length + 1 >= sizeof capture->bytes)
			continue;
		capture->bytes[capture->length++] = bytes[i];
		capture->bytes[capture->length] = '\0';
	}
}

const char *program_output(void)
{
	return captured_output.bytes;
}

const char *program_errors(void)
{
	return captured_errors.bytes;
}

static BOOL same_text(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a == *b;
}

BOOL heap_appeared(void)
{
	return same_text(program_output(), "Another component created a heap between calls. "
					   "Please try again.\n");
}

void heapkit_check_output(const struct heapkit_site *site, const char *want)
{
	static struct text errors;

	if (!same_text(program_output(), want))
		heapkit_failed(site, program_output(), want);
	if (captured_errors.length == 0)
		return;
	text_clear(&errors);
	text_add(&errors, "on stderr: ");
	text_add(&errors, program_errors());
	heapkit_failed(site, errors.bytes, "nothing on stderr");
}
