/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { INITIAL = 0x30000, MAXIMUM = 0x40000, SIZE_OF_EACH = 0x8000, FREED = 3 };

/* Fills the heap with blocks, in order of their addresses; returns their number. */
static int fill(HANDLE heap, void **blocks, int room)
{
	int count = 0;

	for (void *block; (block = HeapAlloc(heap, 0, SIZE_OF_EACH)) != NULL; count++) {
		int place = count;

		/* A heap that keeps no limit would never be full. */
		require(count < room);
		for (; place > 0 && blocks[place - 1] > block; place--)
			blocks[place] = blocks[place - 1];
		blocks[place] = block;
	}
	return count;
}

CASE("HCP-01", "HeapCompact returns the size of one free block, not of all that lie apart")
{
	judged_without_debugger();

	void *blocks[MAXIMUM / SIZE_OF_EACH];
	const HANDLE heap = create_heap(0, INITIAL, MAXIMUM);

	require(fill(heap, blocks, MAXIMUM / SIZE_OF_EACH) >= 2 * FREED);
	for (int i = 0; i < FREED; i++)
		require(HeapFree(heap, 0, blocks[2 * i + 1]));

	/* Each lies between blocks that live, and joins no more than what six blocks leave free. */
	ck_assert_uint_lt(HeapCompact(heap, 0), FREED * SIZE_OF_EACH);
}
