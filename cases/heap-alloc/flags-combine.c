/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { ALL_FLAGS = HEAP_NO_SERIALIZE | HEAP_GENERATE_EXCEPTIONS | HEAP_ZERO_MEMORY };

static const SIZE_T sizes[] = {100, 5000, 100000};

CASE("HAL-23", "all flags together give a zeroed block of the size asked for")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (int i = 0; i < 3; i++) {
		where("size", sizes[i]);

		void *block = make_block(heap, sizes[i]);

		fill_bytes(block, sizes[i], 0xA5);
		require(HeapFree(heap, 0, block));
		block = HeapAlloc(heap, ALL_FLAGS, sizes[i]);
		ck_assert_ptr_nonnull(block);
		ck_assert_bytes(block, sizes[i], 0);
		ck_assert_uint_eq(HeapSize(heap, 0, block), sizes[i]);
	}
}
