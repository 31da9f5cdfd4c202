/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("NTD-06", "the list of RtlGetProcessHeaps grows by the heap that RtlCreateHeap made")
{
	static struct heap_list expected, listed;

	create_heaps(3);
	attempt (list) {
		rtl_full_list(&expected);
		require(expected.count < HEAP_LIST_ROOM);
		expected.heaps[expected.count++] = rtl_create_heap();
		rtl_full_list(&listed);
		ck_assert_same_heaps(&listed, &expected);
	}
}
