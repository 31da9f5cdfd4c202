/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef HANDLE NTAPI rtl_destroy_heap(HANDLE);

CASE("NTD-09", "RtlDestroyHeap returns NULL, and the heap is no longer listed")
{
	rtl_destroy_heap *const RtlDestroyHeap =
	    FIND(rtl_destroy_heap *, "ntdll.dll", "RtlDestroyHeap");
	static struct heap_list listed;

	attempt (list) {
		const HANDLE heap = rtl_create_heap();

		ck_assert_ptr_null(RtlDestroyHeap(heap));
		disown_heap(heap);
		full_list(&listed);
		ck_assert_uint_eq(hits(&listed, heap), 0);
	}
}
