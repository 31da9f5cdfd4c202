/* SPDX-License-Identifier: MIT */
/*
 * What varies and is never judged, side by side: for each observation of a case its value in each
 * run and target.
 */
#ifndef HEAPKIT_OBSERVATIONS_H
#define HEAPKIT_OBSERVATIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "matrix.h"
#include "options.h"

struct observation {
	const json_t *result; /* a result of the case */
	const char *name;
	const char **values; /* by column of the matrix; NULL: not observed there */
};

struct observations {
	const struct matrix *matrix;
	struct observation *all; /* by case, in the order in which the case observes */
	size_t count;
};

/*
 * Borrows the matrix. Only cases that match one of the globs and, with `differing`, only what two
 * runs observed differently on the same target. observations_free() afterwards.
 */
void observations_make(struct observations *observations, const struct matrix *matrix,
		       const struct words *globs, bool differing);
void observations_free(struct observations *observations);

/* Calls `value` for each distinct value, in the order of the columns, with the columns it has. */
typedef void observation_value(void *data, const char *value, const bool *columns);
void observation_each(const struct observations *observations,
		      const struct observation *observation, observation_value *value, void *data);

void observations_terminal(FILE *stream, const struct observations *observations, bool colour);
void observations_markdown(FILE *stream, const struct observations *observations, bool colour);
void observations_json(FILE *stream, const struct observations *observations, bool colour);

#endif
