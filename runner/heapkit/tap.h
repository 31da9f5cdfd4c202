/* SPDX-License-Identifier: MIT */
/* Reads what a case says: TAP 14 with one test point, as ../../kit/README.md describes it. */
#ifndef HEAPKIT_TAP_H
#define HEAPKIT_TAP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "text.h"

enum tap_verdict { TAP_NONE, TAP_OK, TAP_NOT_OK, TAP_SKIP };

/*
 * Bytes that are kept, many times what the kit prints: a case that says more, thousands of times,
 * must not fill the memory of the runner, nor its YAML the time.
 */
enum { TAP_TEXT = 1024, TAP_BLOCK = 8192, TAP_OBSERVED = 8192 };

struct tap {
	enum tap_verdict verdict; /* of the first test point */
	unsigned verdicts;        /* how many there were */
	char *title;              /* of the test point; NULL: none */
	char *reason;             /* of a skip; NULL: none */
	char *bail;               /* what stands behind `Bail out!`; NULL: none */
	struct text fields;       /* the YAML block without its fences */
	bool block_is_cut;        /* it had more lines than could be kept */
	json_t *observations;     /* object name -> text */
	size_t observed;          /* bytes of their lines */
};

/* Reads any bytes; carriage returns before line ends are ignored. tap_free() afterwards. */
void tap_read(const char *bytes, size_t size, struct tap *tap);
void tap_free(struct tap *tap);

/* The text of a field of the YAML block, which the caller frees; NULL where there is none. */
char *tap_field(const struct tap *tap, const char *name);

/* Whether the kit itself prints such a line: a line that is not, an implementation wrote. */
bool tap_is_own_line(const char *line, size_t length);

#endif
