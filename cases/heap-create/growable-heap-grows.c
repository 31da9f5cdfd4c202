/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 100, BLOCK_SIZE = 0x60000 };

CASE("HCR-03", "a heap with maximum 0 grows far beyond its initial size: 100 blocks of 384 KB fit")
{
	static unsigned char *blocks[BLOCKS];
	HANDLE heap;

	judged_with_memory((SIZE_T)BLOCKS * BLOCK_SIZE);
	heap = create_heap(0, 0x1000, 0);
	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		blocks[i] = HeapAlloc(heap, 0, BLOCK_SIZE);
		ck_assert_ptr_nonnull(blocks[i]);
		blocks[i][0] = blocks[i][BLOCK_SIZE - 1] = (unsigned char)i;
	}
	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_uint_eq(blocks[i][0], i);
		ck_assert_uint_eq(blocks[i][BLOCK_SIZE - 1], i);
	}
}
