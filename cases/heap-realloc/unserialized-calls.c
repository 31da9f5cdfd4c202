/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { SEED = 1 };

CASE("HRA-21", "HeapReAlloc does the same with HEAP_NO_SERIALIZE while nobody else uses the heap")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *block = make_block(heap, 100);

	fill_pattern(block, 100, SEED);
	block = HeapReAlloc(heap, HEAP_NO_SERIALIZE, block, 5000);
	ck_assert_ptr_nonnull(block);
	ck_assert_pattern(block, 100, SEED);
	ck_assert_uint_eq(HeapSize(heap, 0, block), 5000);

	fill_pattern(block, 5000, SEED);
	block = HeapReAlloc(heap, HEAP_NO_SERIALIZE, block, 50);
	ck_assert_ptr_nonnull(block);
	ck_assert_pattern(block, 50, SEED);
	ck_assert_uint_eq(HeapSize(heap, 0, block), 50);
	ck_assert(HeapFree(heap, 0, block));
}
