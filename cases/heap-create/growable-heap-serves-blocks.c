/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-01", "HeapCreate(0, 0, 0) makes a heap in which a block can be allocated and freed")
{
	const HANDLE heap = HeapCreate(0, 0, 0);
	unsigned char *block;

	ck_assert_ptr_nonnull(heap);
	block = HeapAlloc(heap, 0, 100);
	ck_assert_ptr_nonnull(block);
	block[0] = block[99] = 1;
	ck_assert(HeapFree(heap, 0, block));
}
