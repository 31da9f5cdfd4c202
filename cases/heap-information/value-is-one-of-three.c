/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-01", "class 0 of a private heap is told to a buffer of four bytes, and is 0, 1 or 2")
{
	ULONG value = 0xA5A5A5A5;
	SIZE_T length;

	ck_assert(HeapQueryInformation(create_heap(0, 0, 0), HeapCompatibilityInformation, &value,
				       sizeof value, &length));
	ck_assert_uint_le(value, LOW_FRAGMENTATION);
}
