/* SPDX-License-Identifier: MIT */
/* For a name that does not exist: those that were probably meant. */
#ifndef HEAPKIT_NEAREST_H
#define HEAPKIT_NEAREST_H

#include <stddef.h>

enum { NEAREST_COUNT = 3 };

/* Starts as {.wanted = …}. */
struct nearest {
	const char *wanted;
	const char *names[NEAREST_COUNT]; /* the nearest first; NULL: no further one */
	size_t distances[NEAREST_COUNT];
};

/* Offers a name, which stays the caller's. A name may be offered twice. */
void nearest_offer(struct nearest *nearest, const char *name);

#endif
