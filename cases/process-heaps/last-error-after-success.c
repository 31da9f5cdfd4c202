/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BEFORE = 1234 };

static void report(const char *call)
{
	const DWORD error = GetLastError();

	if (error == BEFORE)
		observe(call, "untouched");
	else
		observe(call, error);
	SetLastError(BEFORE);
}

CASE("GPH-22", "reports what a successful call does to the last error")
{
	static HANDLE slots[HEAP_LIST_ROOM];

	create_heaps(3);
	SetLastError(BEFORE);
	GetProcessHeaps(0, NULL);
	report("after a query");
	GetProcessHeaps(1, slots);
	report("after a buffer too small");
	GetProcessHeaps(HEAP_LIST_ROOM, slots);
	report("after a full list");
}
