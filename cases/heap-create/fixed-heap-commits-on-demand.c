/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 3, BLOCK_SIZE = 0x1000 };

CASE("HCR-27", "a fixed heap serves blocks beyond its initial size while they fit its maximum")
{
	const HANDLE heap = create_heap(0, 0x1000, 0x40000);
	void *blocks[BLOCKS];

	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		blocks[i] = HeapAlloc(heap, 0, BLOCK_SIZE);
		ck_assert_ptr_nonnull(blocks[i]);
		fill_pattern(blocks[i], BLOCK_SIZE, i);
	}
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_pattern(blocks[i], BLOCK_SIZE, i);
	}
}
