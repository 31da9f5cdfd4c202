/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {0, 100, (2 << 20) + 1};

CASE("HSZ-09", "HeapSize returns the same size with HEAP_NO_SERIALIZE and without")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		const void *const block = make_block(heap, sizes[i]);

		where("size", sizes[i]);
		ck_assert_uint_eq(HeapSize(heap, HEAP_NO_SERIALIZE, block), sizes[i]);
		ck_assert_uint_eq(HeapSize(heap, 0, block), sizes[i]);
	}
}
