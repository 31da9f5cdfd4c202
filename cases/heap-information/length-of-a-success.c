/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-19", "a query of class 0 that succeeds says that it wrote four bytes")
{
	ULONG value = 0xA5A5A5A5;
	SIZE_T length = (SIZE_T)POISON;

	ck_assert(HeapQueryInformation(create_heap(0, 0, 0), HeapCompatibilityInformation, &value,
				       sizeof value, &length));
	ck_assert_uint_eq(length, sizeof value);
}
