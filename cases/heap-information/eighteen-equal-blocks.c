/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 18 };

CASE("HQS-06", "what eighteen equal blocks make of class 0 is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	observe("value before", heap_compatibility(heap));
	for (int i = 0; i < BLOCKS; i++)
		blocks[i] = make_block(heap, 0);
	for (int i = 0; i < BLOCKS; i++)
		require(HeapFree(heap, 0, blocks[i]));
	observe("value afterwards", heap_compatibility(heap));
}
