/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Far above the documented ones: the classes next to those exist, with structures of their own. */
#define UNKNOWN_CLASS ((HEAP_INFORMATION_CLASS)0x1000)

CASE("HQS-14", "what a query and a set of an information class that nobody defines do is recorded")
{
	static unsigned char zeros[256];
	const HANDLE heap = create_heap(0, 0, 0);
	SIZE_T length = 0;
	BOOL done;
	DWORD error;

	done = HeapQueryInformation(heap, UNKNOWN_CLASS, zeros, sizeof zeros, &length);
	error = GetLastError();
	observe("query", done ? "accepted" : "refused");
	if (!done)
		observe("last error of the query", error);
	done = HeapSetInformation(heap, UNKNOWN_CLASS, zeros, sizeof zeros);
	error = GetLastError();
	observe("set", done ? "accepted" : "refused");
	if (!done)
		observe("last error of the set", error);
}
