/* SPDX-License-Identifier: MIT */
/*
 * Results: JSON Lines, written as they happen. A header, a line for each case, a footer; a file
 * without a footer is an interrupted run. README.md describes every key.
 *
 * In memory they are the same JSON objects.
 */
#ifndef HEAPKIT_RESULTS_H
#define HEAPKIT_RESULTS_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "error.h"
#include "outcome.h"

struct results {
	json_t *header; /* object */
	json_t *cases;  /* array of objects, in the order of the file */
	json_t *footer; /* object; NULL: the run was interrupted */
};

/* Empty results with that header (reference taken over). */
void results_begin(struct results *results, json_t *header);
void results_free(struct results *results);

/*
 * Computes the footer from the cases: "cases", "outcomes", "unexpected"; the caller may add keys
 * before it is written.
 */
json_t *results_footer(const struct results *results);

/*
 * Reads a file and checks every line: the error names file and line when it is empty, cut, not
 * JSON, of another version of the format, a key is missing or of the wrong type, or a case stands
 * there twice. No footer is no error here.
 */
bool results_read(const char *path, struct results *results, struct error *error);

/* The same of the bytes of a file, which errors call `path`. */
bool results_parse(const char *path, const char *bytes, size_t size, struct results *results,
		   struct error *error);

/*
 * The same for results that may have been interrupted anywhere: a last line that is cut is left
 * out, an empty file has no header. *size is how many bytes the whole lines have: where the next
 * line belongs.
 */
bool results_read_begun(const char *path, struct results *results, size_t *size,
			struct error *error);

/*
 * A file being written: one line, one write, flushed. results_open() truncates; results_close()
 * reports what could not be written (a full disk). A NULL path makes a writer that writes nothing.
 */
struct results_writer {
	const char *path;
	FILE *file;
	size_t size;               /* bytes of the lines in it */
	uint64_t device, identity; /* of the file, which somebody may replace */
	bool failed;
	int error_number;
};
bool results_open(struct results_writer *writer, const char *path, struct error *error);

/* The same, but the first `size` bytes of the file stay. */
bool results_open_again(struct results_writer *writer, const char *path, size_t size,
			struct error *error);
void results_write(struct results_writer *writer, const json_t *line);
bool results_close(struct results_writer *writer, struct error *error);

/* Any bytes as a JSON string: invalid UTF-8 becomes U+FFFD, a NUL becomes U+2400; never NULL. */
json_t *results_text(const char *bytes, size_t size);

/* The first and the last 2 KB of what a case printed, as results_text(), with a line between that
 * says how much was left out. */
json_t *results_output(const char *bytes, size_t size);

/* Fields of a case line. result_text() returns "" for null. */
const char *result_text(const json_t *result, const char *key);
enum outcome result_outcome(const json_t *result);
enum outcome result_expected(const json_t *result);
bool result_is_unexpected(const json_t *result);

/* Whether there is no footer, or one that says that the run was stopped. */
bool results_are_interrupted(const struct results *results);

/* Whether the run came to its end and no target could run. */
bool results_cannot_run(const struct results *results);

/*
 * Whether everything went as expected: the run came to its end, no unexpected result, no
 * expectation that matches nothing and, where the footer says "strict", none that is overdue.
 */
bool results_are_green(const struct results *results);

#endif
