/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {0, 1, 100, 20000, 1 << 20};

CASE("HAL-10", "HEAP_GENERATE_EXCEPTIONS: a request that can be met gives a block like any other")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);

		void *const block = HeapAlloc(heap, HEAP_GENERATE_EXCEPTIONS, sizes[i]);

		ck_assert_ptr_nonnull(block);
		fill_pattern(block, sizes[i], i);
		ck_assert_pattern(block, sizes[i], i);
	}
}
