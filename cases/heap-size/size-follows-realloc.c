/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {5000, 37, (2 << 20) + 1, 4000};

CASE("HSZ-02", "after HeapReAlloc, to more or to less, HeapSize returns the new size")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *block = make_block(heap, 100);

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("new size", sizes[i]);
		block = HeapReAlloc(heap, 0, block, sizes[i]);
		require(block != NULL);
		ck_assert_uint_eq(HeapSize(heap, 0, block), sizes[i]);
	}
}
