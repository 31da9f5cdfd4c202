/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-10", "a heap without serialization cannot become a low-fragmentation heap")
{
	const HANDLE heap = create_heap(HEAP_NO_SERIALIZE, 0, 0);

	judged_on_nt_heaps();
	ck_assert_int_eq(set_heap_compatibility(heap, LOW_FRAGMENTATION), FALSE);
}
