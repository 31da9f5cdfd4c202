/* SPDX-License-Identifier: MIT */
/*
 * Text without a C runtime: the kit collects a report here and writes it at once. Internal to the
 * kit.
 */
#ifndef HEAPKIT_TEXT_H
#define HEAPKIT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A text being put together; what does not fit is dropped. Always ends with a NUL. */
struct text {
	size_t length;
	char bytes[3072];
};

/* Each appends to the text. `width` of a hexadecimal number is in digits, padded with 0. */
void text_add(struct text *, const char *);
void text_add_uint(struct text *, uint64_t);
void text_add_int(struct text *, int64_t);
void text_add_hex(struct text *, uint64_t, unsigned width);
void text_add_ptr(struct text *, uintptr_t);

/*
 * The value as a double-quoted YAML scalar: quotes, backslashes, controls and bytes over 126
 * escaped. A long value is cut to 400 bytes and ends with "...", so a whole report always fits into
 * a text.
 */
void text_add_quoted(struct text *, const char *);

/* Empties the text. */
void text_clear(struct text *);

/* Writes to standard output, unbuffered. Errors are ignored: there is nobody to tell. */
void text_write(const struct text *);

/*
 * Set while the reference program runs: what is written then is captured. text_write() lifts it for
 * its own text, so a verdict or an observation out of a fault still reaches standard output.
 */
extern bool heapkit_in_program;

#endif
