/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234 };

CASE("TLH-22", "Heap32First fails when dwSize was not set")
{
	static struct heap_ids heaps;
	static HEAPENTRY32 entry;

	list_heap_ids(&heaps, heap_snapshot());
	require(heaps.count > 0);
	SetLastError(POISONED_ERROR);
	const BOOL first = Heap32First(&entry, GetCurrentProcessId(), heaps.ids[0]);

	observe("last error", GetLastError());
	ck_assert(!first);
}
