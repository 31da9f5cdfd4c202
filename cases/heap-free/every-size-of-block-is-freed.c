/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {0, 1, 100, 20000, 2 << 20};

enum { SIZES = sizeof sizes / sizeof sizes[0] };

CASE("HFR-01", "HeapFree returns nonzero for a block of 0 bytes, of 2 MB and of sizes between")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[SIZES];

	for (int i = 0; i < SIZES; i++)
		blocks[i] = make_block(heap, sizes[i]);
	for (int i = 0; i < SIZES; i++) {
		where("size", sizes[i]);
		ck_assert(HeapFree(heap, 0, blocks[i]));
	}
}
