/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Rounded up to two pages of x86, which is what Windows does on 64 bits, 0x9100 becomes 0xA000. */
enum { MAXIMUM = 0x9100, ROUNDED = 0xA000, BLOCK_SIZE = 0x400, MOST = 1024 * BLOCK_SIZE };

CASE("HCR-08", "a maximum that is no multiple of a page is accepted and rounded up to whole pages")
{
	const HANDLE heap = HeapCreate(0, 0x1000, MAXIMUM);
	SIZE_T granted = 0;

	ck_assert_ptr_nonnull(heap);
	while (granted < MOST && HeapAlloc(heap, 0, BLOCK_SIZE))
		granted += BLOCK_SIZE;
	ck_assert_uint_ge(granted, BLOCK_SIZE);
	ck_assert_uint_le(granted, ROUNDED);
}
