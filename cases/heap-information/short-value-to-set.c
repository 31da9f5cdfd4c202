/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-16", "what becomes of a value of class 0 that is a byte too short is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	ULONG value = LOW_FRAGMENTATION;
	const BOOL set =
	    HeapSetInformation(heap, HeapCompatibilityInformation, &value, sizeof value - 1);
	const DWORD error = GetLastError();

	observe("set", set ? "accepted" : "refused");
	if (!set)
		observe("last error", error);
	observe("value afterwards", heap_compatibility(heap));
}
