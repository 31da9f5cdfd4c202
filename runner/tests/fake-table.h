/* SPDX-License-Identifier: MIT */
/* What a run must make of each behaviour of a fake in a case. */
#ifndef HEAPKIT_FAKE_TABLE_H
#define HEAPKIT_FAKE_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct fake_row {
	const char *behaviour;
	unsigned weight; /* how often it is chosen at random; what hangs costs its time limit */
	const char *outcome;
	const char *message; /* part of it; NULL: there is none */
	unsigned attempts;
};

extern const struct fake_row fake_rows[];
extern const size_t fake_row_count;

/* The row of that behaviour; NULL: there is none. */
const struct fake_row *fake_find(const char *behaviour, size_t length);

/* The row that the fake acts on in a case of soak: the same for the same seed, source and target.
 */
const struct fake_row *fake_choose(uint64_t seed, const char *source, const char *target);

/* A number that looks random and is the same for the same texts. */
uint64_t fake_number(uint64_t seed, const char *text, const char *other);

#endif
