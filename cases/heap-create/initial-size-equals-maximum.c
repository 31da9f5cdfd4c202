/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-11", "an initial size equal to the maximum is accepted, and the heap serves blocks")
{
	const HANDLE heap = HeapCreate(0, 0x40000, 0x40000);
	unsigned char *block;

	ck_assert_ptr_nonnull(heap);
	block = HeapAlloc(heap, 0, 0x1000);
	ck_assert_ptr_nonnull(block);
	block[0] = block[0xFFF] = 1;
}
