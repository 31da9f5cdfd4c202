/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("NTD-11", "a heap just made by RtlCreateHeap is the last in the list of RtlGetProcessHeaps")
{
	static struct heap_list listed;

	create_heaps(3);
	attempt (list) {
		const HANDLE heap = rtl_create_heap();

		rtl_full_list(&listed);
		if (position(&listed, heap) != listed.count - 1)
			skip_from_build(26100);
		ck_assert_uint_eq(position(&listed, heap), listed.count - 1);
	}
}
