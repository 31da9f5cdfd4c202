/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCK_SIZE = 5 << 20 };

CASE("HAL-03", "HEAP_ZERO_MEMORY zeroes all of a block of 5 MB, after another one of that size")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *block = make_block(heap, BLOCK_SIZE);

	fill_bytes(block, BLOCK_SIZE, 0xA5);
	require(HeapFree(heap, 0, block));
	block = HeapAlloc(heap, HEAP_ZERO_MEMORY, BLOCK_SIZE);
	ck_assert_ptr_nonnull(block);
	ck_assert_bytes(block, BLOCK_SIZE, 0);
}
