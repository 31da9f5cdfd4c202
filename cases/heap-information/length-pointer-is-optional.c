/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-03", "without a pointer to ReturnLength class 0 is told as well")
{
	ULONG value = 0xA5A5A5A5;

	ck_assert(HeapQueryInformation(create_heap(0, 0, 0), HeapCompatibilityInformation, &value,
				       sizeof value, NULL));
	ck_assert_uint_le(value, LOW_FRAGMENTATION);
}
