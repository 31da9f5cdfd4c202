/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCP-05", "HEAP_NO_SERIALIZE: HeapCompact returns the same in a heap that nobody else uses")
{
	const HANDLE heap = create_heap(0, 0, 0x100000);

	for (int i = 0; i < 4; i++) {
		make_block(heap, 0x5000);
		require(HeapFree(heap, 0, make_block(heap, 0x6000)));
	}
	/* If the first call changes the heap, the others find what it left. */
	HeapCompact(heap, 0);

	const SIZE_T serialized = HeapCompact(heap, 0);

	ck_assert_uint_eq(HeapCompact(heap, HEAP_NO_SERIALIZE), serialized);
}
