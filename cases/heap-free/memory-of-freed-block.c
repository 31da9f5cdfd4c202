/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { LARGE = 4 << 20 };

CASE("HFR-12",
     "whether the memory of a large block is the heap's or the system's again is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	unsigned char *const block = make_block(heap, LARGE);
	MEMORY_BASIC_INFORMATION middle;

	require(HeapFree(heap, 0, block));
	require(VirtualQuery(block + LARGE / 2, &middle, sizeof middle) != 0);
	observe("free", middle.State == MEM_FREE ? "yes" : "no");
	observe("committed", middle.State == MEM_COMMIT ? "yes" : "no");
}
