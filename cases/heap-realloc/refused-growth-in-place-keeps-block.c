/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BYTES = 100, SEED = 1 };

CASE("HRA-06", "growth in place that is refused leaves the block, its content and its size alone")
{
	const SIZE_T too_much = ~(SIZE_T)7;
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, BYTES);

	fill_pattern(block, BYTES, SEED);
	ck_assert_ptr_null(HeapReAlloc(heap, HEAP_REALLOC_IN_PLACE_ONLY, block, too_much));
	ck_assert_pattern(block, BYTES, SEED);
	ck_assert_uint_eq(HeapSize(heap, 0, block), BYTES);
	ck_assert(HeapFree(heap, 0, block));
}
