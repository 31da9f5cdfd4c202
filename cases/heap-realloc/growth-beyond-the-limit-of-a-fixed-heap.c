/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BYTES = 100, SEED = 1 };

CASE("HRA-19", "no block of a fixed heap grows to 2 MB, even where the heap has 16")
{
	const HANDLE heap = create_heap(0, 0x10000, 0x1000000);
	void *const block = make_block(heap, BYTES);

	fill_pattern(block, BYTES, SEED);
	ck_assert_ptr_null(HeapReAlloc(heap, 0, block, 0x200000));
	ck_assert_pattern(block, BYTES, SEED);
	ck_assert_uint_eq(HeapSize(heap, 0, block), BYTES);
	ck_assert(HeapFree(heap, 0, block));
}
