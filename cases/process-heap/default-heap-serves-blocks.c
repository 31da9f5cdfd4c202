/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPD-04", "a block of the default heap can be allocated, measured, resized and freed at once")
{
	const HANDLE heap = GetProcessHeap();
	unsigned char *block = HeapAlloc(heap, 0, 100);

	ck_assert_ptr_nonnull(block);
	ck_assert_uint_eq(HeapSize(heap, 0, block), 100);
	block[0] = block[99] = 1;
	block = HeapReAlloc(heap, 0, block, 200);
	ck_assert_ptr_nonnull(block);
	block[0] = block[199] = 1;
	ck_assert(HeapFree(heap, 0, block));
}
