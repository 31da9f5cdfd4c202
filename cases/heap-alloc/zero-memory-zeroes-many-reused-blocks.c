/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Enough to wake the low-fragmentation heap, where there is one. */
enum { BLOCKS = 100, BLOCK_SIZE = 100 };

CASE("HAL-03",
     "HEAP_ZERO_MEMORY zeroes each of 100 blocks of a size that was used and freed before")
{
	static void *blocks[BLOCKS];
	const HANDLE heap = create_heap(0, 0, 0);

	for (int i = 0; i < BLOCKS; i++) {
		blocks[i] = make_block(heap, BLOCK_SIZE);
		fill_bytes(blocks[i], BLOCK_SIZE, 0xA5);
	}
	for (int i = 0; i < BLOCKS; i++)
		require(HeapFree(heap, 0, blocks[i]));
	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		blocks[i] = HeapAlloc(heap, HEAP_ZERO_MEMORY, BLOCK_SIZE);
		ck_assert_ptr_nonnull(blocks[i]);
		ck_assert_bytes(blocks[i], BLOCK_SIZE, 0);
	}
}
