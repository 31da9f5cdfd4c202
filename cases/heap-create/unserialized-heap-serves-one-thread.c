/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-12", "in a heap made with HEAP_NO_SERIALIZE one thread allocates, resizes and frees")
{
	const HANDLE heap = HeapCreate(HEAP_NO_SERIALIZE, 0, 0);
	void *block;

	ck_assert_ptr_nonnull(heap);
	block = HeapAlloc(heap, 0, 100);
	ck_assert_ptr_nonnull(block);
	fill_pattern(block, 100, 1);
	block = HeapReAlloc(heap, 0, block, 5000);
	ck_assert_ptr_nonnull(block);
	ck_assert_pattern(block, 100, 1);
	fill_pattern(block, 5000, 2);
	ck_assert_pattern(block, 5000, 2);
	ck_assert(HeapFree(heap, 0, block));
}
