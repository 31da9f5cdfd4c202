/* SPDX-License-Identifier: MIT */
/*
 * Looks through a YAML text before libcyaml does: for what libcyaml overlooks, or reports with the
 * wrong line, and to remember where everything stands, which libcyaml does not tell.
 */
#ifndef HEAPKIT_YAML_SCAN_H
#define HEAPKIT_YAML_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

struct yaml_mark {
	char *key;        /* of a mapping; NULL: this is an entry of the top sequence */
	unsigned line;    /* from 1 on */
	unsigned entry;   /* of the top sequence that it belongs to, from 0 on */
	unsigned mapping; /* number of the mapping that it is a key of */
	bool own;         /* a key of the top mapping or of an entry itself, or an entry */
};

/* In the order of the file. */
struct yaml_marks {
	struct yaml_mark *marks;
	size_t count;
};

/*
 * Returns false and sets the error, with path and line. `list` tells whether the text has to be a
 * sequence, for what is said about an empty one. yaml_marks_free() afterwards, in either case.
 */
bool yaml_scan(const char *path, const unsigned char *bytes, size_t size, bool list,
	       struct yaml_marks *marks, struct error *error);
void yaml_marks_free(struct yaml_marks *marks);

#endif
