/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* 128 KB on 32 bits, 256 KB on 64: a quarter of what no fixed heap serves in one block. */
enum { UNIT = 0x8000 * sizeof(void *) };

CASE("HCR-07", "a fixed heap refuses a block of 512 KB (32 bits) or 1 MB (64), however large it is")
{
	const HANDLE heap = create_heap(0, 2 * UNIT, 5 * UNIT);
	void *const block = HeapAlloc(heap, 0, UNIT);

	ck_assert_ptr_nonnull(block);
	ck_assert(HeapFree(heap, 0, block));
	ck_assert_ptr_null(HeapAlloc(heap, 0, 4 * UNIT));
}
