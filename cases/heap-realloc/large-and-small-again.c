/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { SMALL = 0x1000, LARGE = 0x200000 };

CASE("HRA-17", "a block that becomes a very large one and small again keeps its content")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *block = make_block(heap, SMALL);

	fill_pattern(block, SMALL, 1);
	block = HeapReAlloc(heap, 0, block, LARGE);
	require(block != NULL);
	ck_assert_pattern(block, SMALL, 1);

	fill_pattern(block, LARGE, 2);
	block = HeapReAlloc(heap, 0, block, SMALL);
	require(block != NULL);
	ck_assert_pattern(block, SMALL, 2);
}
