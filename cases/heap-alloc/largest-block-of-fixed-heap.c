/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Below and above all limits that pages name; a heap of 4 MB has room for each. */
enum { FIRST = 0x70000, LAST = 0x100000, STEP = 0x1000 };

CASE("HAL-13",
     "the largest block of a heap of fixed size, which pages put differently, is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0x400000);
	SIZE_T largest = 0;

	for (SIZE_T size = FIRST; size <= LAST; size += STEP) {
		void *const block = HeapAlloc(heap, 0, size);

		if (!block)
			continue;
		largest = size;
		require(HeapFree(heap, 0, block));
	}
	observe("largest block in steps of 4096", largest);
}
