/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	const char *kind;
	DWORD options;
	SIZE_T maximum_size;
} kinds[] = {
    {"growable", 0, 0},
    {"of fixed size", 0, 0x100000},
    {"HEAP_NO_SERIALIZE", HEAP_NO_SERIALIZE, 0},
    {"HEAP_GENERATE_EXCEPTIONS", HEAP_GENERATE_EXCEPTIONS, 0},
    {"HEAP_CREATE_ENABLE_EXECUTE", HEAP_CREATE_ENABLE_EXECUTE, 0},
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

CASE("GPH-33", "a private heap is in the list whatever it was created with")
{
	static struct heap_list list;
	static HANDLE heaps[KINDS];

	for (DWORD i = 0; i < KINDS; i++) {
		where("kind", kinds[i].kind);
		heaps[i] = HeapCreate(kinds[i].options, 0, kinds[i].maximum_size);
		/* A policy against dynamic code may refuse executable heaps. */
		require(heaps[i] || kinds[i].options == HEAP_CREATE_ENABLE_EXECUTE);
	}
	full_list(&list);
	for (DWORD i = 0; i < KINDS; i++) {
		where("kind", kinds[i].kind);
		if (heaps[i])
			ck_assert_uint_eq(hits(&list, heaps[i]), 1);
	}
}
