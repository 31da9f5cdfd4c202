/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

ULONG heap_compatibility(HANDLE heap)
{
	ULONG value = 0xA5A5A5A5;

	require(
	    HeapQueryInformation(heap, HeapCompatibilityInformation, &value, sizeof value, NULL));
	return value;
}
