/* SPDX-License-Identifier: MIT */
/*
 * One mutant runs at a time, so there is one table: for each of the last blocks a number that the
 * mutant understands. A block that shares its place with a later one is forgotten.
 */
#include "blocks-altered.h"

enum { ROOM = 1 << 16 };

static struct {
	const void *memory;
	uintptr_t value;
} notes[ROOM];

static SIZE_T place_of(const void *memory)
{
	return (SIZE_T)((uintptr_t)memory / HEAP_ALIGNMENT) % ROOM;
}

void note(const void *memory, uintptr_t value)
{
	const SIZE_T place = place_of(memory);

	notes[place].memory = memory;
	notes[place].value = value;
}

uintptr_t noted(const void *memory, uintptr_t otherwise)
{
	const SIZE_T place = place_of(memory);

	return notes[place].memory == memory ? notes[place].value : otherwise;
}
