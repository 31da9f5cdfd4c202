/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 33, MEGABYTE = 1 << 20 };

/* One odd block, then many round ones: together far beyond what a program reserves for the heap. */
static SIZE_T size_of(int block)
{
	return block == 0 ? 3000 * 1024 + 37 : MEGABYTE;
}

CASE("GPD-06", "the default heap grows: a block of 3,000 KB and 32 of 1 MB live in it together")
{
	static unsigned char *blocks[BLOCKS];

	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		blocks[i] = HeapAlloc(GetProcessHeap(), 0, size_of(i));
		ck_assert_ptr_nonnull(blocks[i]);
		blocks[i][0] = blocks[i][size_of(i) - 1] = (unsigned char)i;
	}
	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_uint_eq(blocks[i][0], i);
		ck_assert_uint_eq(blocks[i][size_of(i) - 1], i);
		ck_assert(HeapFree(GetProcessHeap(), 0, blocks[i]));
	}
}
