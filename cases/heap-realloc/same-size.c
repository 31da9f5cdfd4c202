/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {1, 100, 20000, 0x200000};

CASE("HRA-11", "a block that is given the size it has keeps its content and that size")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		void *block = make_block(heap, sizes[i]);

		where("size", sizes[i]);
		fill_pattern(block, sizes[i], i);
		block = HeapReAlloc(heap, 0, block, sizes[i]);
		require(block != NULL);
		ck_assert_pattern(block, sizes[i], i);
		ck_assert_uint_eq(HeapSize(heap, 0, block), sizes[i]);
	}
}
