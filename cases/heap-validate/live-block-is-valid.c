/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {0, 1, 100, 5000, 20000, 1 << 20};

enum { SIZES = sizeof sizes / sizeof sizes[0] };

CASE("HVL-02",
     "a block in use is found valid: of 0 bytes, small or large, empty or written to its end")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[SIZES];

	for (int i = 0; i < SIZES; i++)
		blocks[i] = make_block(heap, sizes[i]);
	for (int i = 0; i < SIZES; i++) {
		where("size", sizes[i]);
		ck_assert(HeapValidate(heap, 0, blocks[i]));
	}
	for (int i = 0; i < SIZES; i++)
		fill_bytes(blocks[i], sizes[i], 0xFF);
	for (int i = 0; i < SIZES; i++) {
		where("size of a written one", sizes[i]);
		ck_assert(HeapValidate(heap, 0, blocks[i]));
	}
}
