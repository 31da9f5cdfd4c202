/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 3 };

CASE("HAL-05", "a request for 0 bytes gives a block of size 0 that can be freed, not NULL")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		blocks[i] = HeapAlloc(heap, 0, 0);
		ck_assert_ptr_nonnull(blocks[i]);
		ck_assert_uint_eq(HeapSize(heap, 0, blocks[i]), 0);
	}

	const BOOL distinct =
	    blocks[0] != blocks[1] && blocks[0] != blocks[2] && blocks[1] != blocks[2];

	observe("blocks differ", distinct ? "yes" : "no");
	/* A block that was given out three times cannot be freed three times. */
	for (int i = 0; i < (distinct ? BLOCKS : 1); i++) {
		where("block", i);
		ck_assert(HeapFree(heap, 0, blocks[i]));
	}
}
