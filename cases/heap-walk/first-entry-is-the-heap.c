/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-07", "the first entry is a region, and its address is the heap's handle")
{
	static PROCESS_HEAP_ENTRY entry;
	const HANDLE heap = create_heap(0, 0, 0);

	judged_on_nt_heaps();
	judged_without_debugger();
	ck_assert(HeapWalk(heap, &entry));
	ck_assert(entry.wFlags & PROCESS_HEAP_REGION);
	ck_assert_ptr_eq(entry.lpData, heap);
}
