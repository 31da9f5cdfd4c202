/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	const char *kind;
	DWORD options;
	SIZE_T initial_size, maximum_size;
} rows[] = {
    {"growable", 0, 0, 0},
    {"growable with an initial size", 0, 0x10000, 0},
    {"of fixed size", 0, 0x1000, 0x100000},
    {"of fixed size, all committed", 0, 0x40000, 0x40000},
    {"HEAP_NO_SERIALIZE", HEAP_NO_SERIALIZE, 0, 0},
    {"HEAP_NO_SERIALIZE of fixed size", HEAP_NO_SERIALIZE, 0x1000, 0x100000},
    {"HEAP_GENERATE_EXCEPTIONS", HEAP_GENERATE_EXCEPTIONS, 0, 0},
    {"HEAP_CREATE_ENABLE_EXECUTE", HEAP_CREATE_ENABLE_EXECUTE, 0, 0},
};

CASE("HDS-11", "a heap can be destroyed whatever it was created with")
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		where("kind", rows[i].kind);
		const HANDLE heap =
		    HeapCreate(rows[i].options, rows[i].initial_size, rows[i].maximum_size);

		/* A policy against dynamic code may refuse executable heaps. */
		require(heap || rows[i].options == HEAP_CREATE_ENABLE_EXECUTE);
		if (!heap)
			continue;
		make_block(heap, 100);
		ck_assert(HeapDestroy(heap));
	}
}
