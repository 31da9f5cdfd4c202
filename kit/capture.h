/* SPDX-License-Identifier: MIT */
/* What the reference program printed. Internal to the kit. */
#ifndef HEAPKIT_CAPTURE_H
#define HEAPKIT_CAPTURE_H

#include <stddef.h>

struct heapkit_site;

/* `newlines` and `returns` count the bytes LF and CR that came. */
struct capture {
	size_t length;
	size_t newlines;
	size_t returns;
	char bytes[65536];
};

extern struct capture captured_output, captured_errors;

/* Runs main() of the program and returns its status; both captures are empty when it starts. */
int capture_program(void);

/*
 * Appends, without CRs; what does not fit is dropped. A NUL is kept as the two characters \0, so
 * that a text with one is not taken for the text before it. The bytes always end with a NUL.
 */
void capture_add(struct capture *, const char *bytes, size_t size);

/* Fails with `got`, and with what is on stderr if anything is. */
void capture_failed(const struct heapkit_site *, const char *got, const char *want)
    __attribute__((noreturn));

/* Fails where anything is on stderr. */
void capture_check_errors(const struct heapkit_site *);

#endif
