/* SPDX-License-Identifier: MIT */
#include "capture.h"

#include "heapkit.h"
#include "text.h"

struct capture captured_output, captured_errors;

/* main() of the reference program under the name it has inside a case. */
int program_main(void);

static void clear(struct capture *capture)
{
	capture->length = capture->newlines = capture->returns = 0;
	capture->bytes[0] = '\0';
}

int capture_program(void)
{
	int status;

	clear(&captured_output);
	clear(&captured_errors);
	heapkit_in_program = true;
	status = program_main();
	heapkit_in_program = false;
	return status;
}

BOOL in_program(void)
{
	return heapkit_in_program;
}

static void keep(struct capture *capture, char byte)
{
	if (capture->length + 1 >= sizeof capture->bytes)
		return;
	capture->bytes[capture->length++] = byte;
	capture->bytes[capture->length] = '\0';
}

void capture_add(struct capture *capture, const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		capture->newlines += bytes[i] == '\n';
		if (bytes[i] == '\r') {
			capture->returns++;
		} else if (bytes[i] == '\0') {
			keep(capture, '\\');
			keep(capture, '0');
		} else {
			keep(capture, bytes[i]);
		}
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

const char *program_line_ends(void)
{
	if (captured_output.returns == 0)
		return "LF";
	return captured_output.returns == captured_output.newlines ? "CR LF" : "mixed";
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

void capture_failed(const struct heapkit_site *site, const char *got, const char *want)
{
	static struct text both;

	if (captured_errors.length == 0)
		heapkit_failed(site, got, want);
	text_clear(&both);
	text_add(&both, got);
	text_add(&both, " and on stderr: ");
	text_add(&both, program_errors());
	heapkit_failed(site, both.bytes, want);
}

void capture_check_errors(const struct heapkit_site *site)
{
	if (captured_errors.length)
		capture_failed(site, program_output(), "nothing on stderr");
}

void heapkit_check_output(const struct heapkit_site *site, const char *want)
{
	if (!same_text(program_output(), want))
		capture_failed(site, program_output(), want);
	capture_check_errors(site);
}
