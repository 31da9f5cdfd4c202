/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Room for what a heap may keep beside a block. */
enum { BESIDE = 64 };

CASE("HCP-04", "whether a block nearly as large as HeapCompact returned can be had is recorded")
{
	const HANDLE heap = create_heap(0, 0x30000, 0x40000);
	const SIZE_T largest = HeapCompact(heap, 0);

	observe("largest free block", largest);
	if (largest > BESIDE)
		observe("block of that size less 64",
			HeapAlloc(heap, 0, largest - BESIDE) ? "given" : "refused");
}
