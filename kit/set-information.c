/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

BOOL set_heap_compatibility(HANDLE heap, ULONG value)
{
	return HeapSetInformation(heap, HeapCompatibilityInformation, &value, sizeof value);
}
