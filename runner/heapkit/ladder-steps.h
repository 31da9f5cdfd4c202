/* SPDX-License-Identifier: MIT */
/* Which import to implement next. Internal to the ladder-*.c files. */
#ifndef HEAPKIT_LADDER_STEPS_H
#define HEAPKIT_LADDER_STEPS_H

#include "ladder.h"

/* A result and the functions it names: indices into the ladder's. */
struct ladder_row {
	const json_t *result;
	size_t target;
	unsigned rung;
	size_t *functions;
	size_t function_count;
};

/*
 * Fills the steps in. `rows` are in the order of their cases; the functions of a row are those it
 * lacks. Each step is the function that unlocks most cases when those before it are there; where
 * none unlocks any, the one that most cases wait for.
 */
void ladder_find_steps(struct ladder *ladder, const struct ladder_row *rows, size_t count);

#endif
