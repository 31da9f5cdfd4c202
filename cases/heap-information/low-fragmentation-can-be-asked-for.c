/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-08", "the low-fragmentation heap can be turned on, and class 0 is 2 from then on")
{
	const HANDLE heap = create_heap(0, 0, 0);

	judged_on_nt_heaps();
	judged_without_debugger();
	ck_assert(set_heap_compatibility(heap, LOW_FRAGMENTATION));
	ck_assert_uint_eq(heap_compatibility(heap), LOW_FRAGMENTATION);
}
