/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { SIZE_OF_EACH = 0x5000 };

CASE("HVL-13", "a block is found valid and keeps its contents whether its neighbours live or not")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const before = make_block(heap, SIZE_OF_EACH);
	void *const block = make_block(heap, SIZE_OF_EACH);
	void *const behind = make_block(heap, SIZE_OF_EACH);

	fill_pattern(block, SIZE_OF_EACH, 1);
	where("neighbours", "both live");
	ck_assert(HeapValidate(heap, 0, block));

	require(HeapFree(heap, 0, before));
	where("neighbours", "one is freed");
	ck_assert(HeapValidate(heap, 0, block));

	require(HeapFree(heap, 0, behind));
	where("neighbours", "both are freed");
	ck_assert(HeapValidate(heap, 0, block));
	ck_assert_pattern(block, SIZE_OF_EACH, 1);
}
