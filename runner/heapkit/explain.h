/* SPDX-License-Identifier: MIT */
/* What `heapkit explain` knows and tells. Internal to the explain-*.c files. */
#ifndef HEAPKIT_EXPLAIN_H
#define HEAPKIT_EXPLAIN_H

#include <stdbool.h>
#include <stdio.h>

#include "expectations.h"
#include "requirements.h"
#include "results.h"
#include "suite.h"

/* What one implementation is known to get wrong. */
struct known_to {
	char *implementation;
	struct expectations expectations;
};

struct explanation {
	struct requirements requirements;
	struct suite suite; /* empty where no cases are built */
	struct known_to *known;
	size_t known_count;
	struct results *results;
	size_t result_count;

	const struct requirement *requirement; /* asked for; NULL: a case is */
	const char *id;                        /* of that case */
};

/* Whether the program cites the requirement of that id. */
bool explain_cites(const struct program *program, const char *id);

/* Whether the case is the one asked for, or cites the requirement asked for. */
bool explain_is_about(const struct explanation *explanation, const struct program *program);

void explain_print(FILE *stream, const struct explanation *explanation, bool colour);

#endif
