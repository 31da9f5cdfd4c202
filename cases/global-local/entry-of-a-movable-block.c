/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BYTES = 0x8000, LIMIT = 100000 };

/* Of the entry that `address` lies in; 0 where none is. Nothing is printed inside a walk. */
static WORD flags_of_entry(const void *address)
{
	const HANDLE heap = GetProcessHeap();
	PROCESS_HEAP_ENTRY entry = {.lpData = NULL};
	WORD flags = 0;

	if (!HeapLock(heap))
		return 0;
	for (int step = 0; !flags && step < LIMIT && HeapWalk(heap, &entry); step++) {
		const ULONG_PTR offset = (ULONG_PTR)address - (ULONG_PTR)entry.lpData;

		if (entry.wFlags & PROCESS_HEAP_ENTRY_BUSY && offset < entry.cbData)
			flags = entry.wFlags;
	}
	HeapUnlock(heap);
	return flags;
}

CASE("GLB-05", "how HeapWalk marks the block behind a movable Global handle is recorded")
{
	const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, BYTES);

	require(memory != NULL);
	const WORD flags = flags_of_entry(GlobalLock(memory));

	GlobalUnlock(memory);
	observe("in the walk", flags ? "yes" : "no");
	observe("marked movable", flags & PROCESS_HEAP_ENTRY_MOVEABLE ? "yes" : "no");
	observe("marked shared", flags & PROCESS_HEAP_ENTRY_DDESHARE ? "yes" : "no");
}
