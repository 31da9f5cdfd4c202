/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { LARGEST = 4096 };

CASE("HSZ-01", "HeapSize returns the size that was asked for, for every size from 0 to 4,096")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (SIZE_T size = 0; size <= LARGEST; size++) {
		void *const block = make_block(heap, size);

		where("size", size);
		ck_assert_uint_eq(HeapSize(heap, 0, block), size);
		require(HeapFree(heap, 0, block));
	}
}
