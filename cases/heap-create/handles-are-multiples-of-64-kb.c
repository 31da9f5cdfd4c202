/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { UNIT = 0x8000 * sizeof(void *) };

static const struct {
	const char *kind;
	DWORD options;
	SIZE_T initial_size, maximum_size;
} rows[] = {
    {"growable", 0, 0, 0},
    {"not serialized", HEAP_NO_SERIALIZE, 0, 0},
    {"fixed, all committed", 0, UNIT, UNIT},
    {"fixed, partly committed", 0, 2 * UNIT, 5 * UNIT},
};

CASE("HCR-22", "the handle of a heap is an address that is a multiple of 64 KB")
{
	judged_on_nt_heaps();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		where("kind", rows[i].kind);
		const HANDLE heap =
		    create_heap(rows[i].options, rows[i].initial_size, rows[i].maximum_size);

		ck_assert_uint_eq((ULONG_PTR)heap & 0xFFFF, 0);
	}
}
