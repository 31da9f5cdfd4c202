/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 3, LARGE = 4 * 0x8000 * sizeof(void *) };

CASE("HAL-22", "the alignment of large blocks of a growable heap is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	ULONG_PTR bits = 0x10000;

	for (int i = 0; i < BLOCKS; i++)
		bits |= (ULONG_PTR)make_block(heap, LARGE);
	observe("alignment in pointers", (bits & -bits) / sizeof(void *));
}
