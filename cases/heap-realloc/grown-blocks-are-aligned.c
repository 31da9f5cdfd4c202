/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void *grow(HANDLE heap, void *block, SIZE_T size)
{
	where("size", size);
	block = HeapReAlloc(heap, 0, block, size);
	require(block != NULL);
	ck_assert_uint_eq((ULONG_PTR)block % MEMORY_ALLOCATION_ALIGNMENT, 0);
	return block;
}

CASE("HRA-12", "a block that grew is aligned: to 16 bytes on 64 bits, to 8 on 32")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *block = make_block(heap, 1);

	for (SIZE_T size = 2; size <= 4096; size += 13) {
		block = grow(heap, block, size);
		/* In the way of the next growth, so that the block moves. */
		make_block(heap, 1 + size % 7);
	}
	grow(heap, block, 0x200000);
}
