/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {0, 100, 20000, 2 << 20};

enum { SIZES = sizeof sizes / sizeof sizes[0] };

CASE("HFR-13", "HEAP_NO_SERIALIZE: HeapFree succeeds in a heap that nobody else uses")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[SIZES];

	for (int i = 0; i < SIZES; i++)
		blocks[i] = make_block(heap, sizes[i]);
	for (int i = 0; i < SIZES; i++) {
		where("size", sizes[i]);
		ck_assert(HeapFree(heap, HEAP_NO_SERIALIZE, blocks[i]));
	}
	ck_assert(HeapValidate(heap, 0, NULL));
}
