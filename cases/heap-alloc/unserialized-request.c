/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {0, 1, 100, 20000, 1 << 20};

CASE("HAL-11", "HEAP_NO_SERIALIZE: a heap that nobody else uses gives blocks of the size asked for")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);

		void *const block = HeapAlloc(heap, HEAP_NO_SERIALIZE, sizes[i]);

		ck_assert_ptr_nonnull(block);
		ck_assert_uint_eq(HeapSize(heap, 0, block), sizes[i]);
		fill_pattern(block, sizes[i], i);
		ck_assert_pattern(block, sizes[i], i);
	}
}
