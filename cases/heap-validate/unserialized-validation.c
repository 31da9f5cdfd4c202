/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HVL-09", "HEAP_NO_SERIALIZE: a heap that nobody else uses, and its block, are found valid")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, 100);

	ck_assert(HeapValidate(heap, HEAP_NO_SERIALIZE, NULL));
	ck_assert(HeapValidate(heap, HEAP_NO_SERIALIZE, block));
}
