/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HSZ-02", "HeapSize follows a block made smaller in place, and stays where that was refused")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, 200);
	void *const smaller = HeapReAlloc(heap, HEAP_REALLOC_IN_PLACE_ONLY, block, 150);

	require(smaller == block || smaller == NULL);
	ck_assert_uint_eq(HeapSize(heap, 0, block), smaller ? 150 : 200);
}
