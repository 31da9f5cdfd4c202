/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HRA-08", "a new size of zero makes a block of no bytes of it and does not free it")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = HeapReAlloc(heap, 0, make_block(heap, 100), 0);

	ck_assert_ptr_nonnull(block);
	ck_assert_uint_eq(HeapSize(heap, 0, block), 0);
	ck_assert(HeapFree(heap, 0, block));
}
