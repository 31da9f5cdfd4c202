/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-04", "a buffer longer than the value is accepted, and the value is at its start")
{
	const HANDLE heap = create_heap(0, 0, 0);
	const ULONG value = heap_compatibility(heap);
	ULONG buffer[2] = {0xA5A5A5A5, 0xA5A5A5A5};

	ck_assert(HeapQueryInformation(heap, HeapCompatibilityInformation, buffer, 5, NULL));
	ck_assert_uint_eq(buffer[0], value);
	observe("bytes behind the value", buffer[1] == 0xA5A5A5A5 ? "untouched" : "changed");
}
