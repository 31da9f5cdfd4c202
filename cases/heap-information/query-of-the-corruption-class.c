/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-15", "what a query of the class that can only be set does is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	ULONG value = 0xA5A5A5A5;
	SIZE_T length = 0;
	const BOOL told = HeapQueryInformation(heap, HeapEnableTerminationOnCorruption, &value,
					       sizeof value, &length);
	const DWORD error = GetLastError();

	observe("query", told ? "accepted" : "refused");
	if (!told)
		observe("last error", error);
	observe("length", length);
	observe("buffer", value == 0xA5A5A5A5 ? "untouched" : "changed");
}
