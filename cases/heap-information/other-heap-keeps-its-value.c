/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-20", "turning the low-fragmentation heap on concerns the named heap and no other")
{
	const HANDLE named = create_heap(0, 0, 0), other = create_heap(0, 0, 0);
	const ULONG before = heap_compatibility(other);

	judged_without_debugger();
	if (!set_heap_compatibility(named, LOW_FRAGMENTATION))
		skip("the low-fragmentation heap cannot be turned on here");
	ck_assert_uint_eq(heap_compatibility(other), before);
}
