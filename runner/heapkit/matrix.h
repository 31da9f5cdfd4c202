/* SPDX-License-Identifier: MIT */
/* Results of several runs side by side: a row for each case, a column for each run and target. */
#ifndef HEAPKIT_MATRIX_H
#define HEAPKIT_MATRIX_H

#include "summary.h"

struct run_shown {
	struct summary summary;
	char *label; /* the implementation; its start as well where two are called the same */
};

struct column {
	size_t run;
	const char *target;
};

struct row {
	const json_t *first;    /* a result of the case, in the first run that has it */
	const json_t **results; /* one for each column; NULL: the run has none */
};

struct matrix {
	struct run_shown *runs;
	size_t run_count;
	struct column *columns;
	size_t column_count;
	struct row *rows; /* by case */
	size_t row_count;
};

/* Borrows the results. matrix_free() afterwards. */
void matrix_make(struct matrix *matrix, const struct results *results, size_t count);
void matrix_free(struct matrix *matrix);

/* What the first run that knows the requirement says of it, or NULL. */
const json_t *matrix_requirement(const struct matrix *matrix, const char *id);

/* The summary of that run has a requirement of that id. */
const struct summary *matrix_summary_of(const struct matrix *matrix, const char *id);

#endif
