/* SPDX-License-Identifier: MIT */
/*
 * Errors propagate as values and are reported once, where there is a user to tell: one line on
 * stderr that names the file or the option, says what is wrong and what to do.
 */
#ifndef HEAPKIT_ERROR_H
#define HEAPKIT_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Exit statuses of heapkit. */
enum {
	EXIT_AS_EXPECTED = 0,
	EXIT_UNEXPECTED = 1,
	EXIT_MISUSE = 2,
	EXIT_CANNOT_RUN = 3 /* the implementation cannot run at all */
};

/* What went wrong, without "heapkit: " before it or a full stop behind it; empty: nothing. */
struct error {
	char text[1024];
};

#if defined(__MINGW_PRINTF_FORMAT) /* %zu is known there, too */
#define PRINTF_LIKE(format_, first_) __attribute__((format(__MINGW_PRINTF_FORMAT, format_, first_)))
#elif defined(__GNUC__)
#define PRINTF_LIKE(format_, first_) __attribute__((format(printf, format_, first_)))
#else
#define PRINTF_LIKE(format_, first_)
#endif

/* Formats the error. Returns false, so that a function can `return error_set(…)`. */
bool error_set(struct error *error, const char *format, ...) PRINTF_LIKE(2, 3);

/* Prints `heapkit: TEXT` on stderr and returns `status`. */
int error_report(const struct error *error, int status);

/* Allocations of the runner cannot fail usefully: these end the program with a message instead. */
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *block, size_t size);
char *xstrdup(const char *text);

/* A formatted text, which the caller frees. */
char *xformat(const char *format, ...) PRINTF_LIKE(1, 2);
char *xformat_list(const char *format, va_list arguments) PRINTF_LIKE(1, 0);

#endif
