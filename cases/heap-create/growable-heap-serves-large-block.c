/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCK_SIZE = 2 << 20 };

CASE("HCR-04", "a growable heap serves a block of 2 MB, larger than any block of a fixed heap")
{
	unsigned char *const block = HeapAlloc(create_heap(0, 0, 0), 0, BLOCK_SIZE);

	ck_assert_ptr_nonnull(block);
	block[0] = 1;
	block[BLOCK_SIZE - 1] = 2;
	ck_assert_uint_eq(block[0], 1);
	ck_assert_uint_eq(block[BLOCK_SIZE - 1], 2);
}
