/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-05", "class 0 of a fresh growable heap is 0")
{
	judged_on_nt_heaps();
	ck_assert_uint_eq(heap_compatibility(create_heap(0, 0, 0)), PLAIN_HEAP);
	observe("value of the process heap", heap_compatibility(GetProcessHeap()));
}
