/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-06 TLH-08",
     "reports how many heaps a snapshot has, and how many of them are marked default")
{
	static HEAPLIST32 entry;
	const HANDLE snapshot = heap_snapshot();
	DWORD count = 0, marked = 0;
	BOOL more;

	entry.dwSize = sizeof entry;
	for (more = Heap32ListFirst(snapshot, &entry); more;
	     more = Heap32ListNext(snapshot, &entry)) {
		require(count < HEAP_LIST_ROOM);
		count++;
		marked += entry.dwFlags & HF32_DEFAULT;
		entry.dwSize = sizeof entry;
	}
	observe("heaps in the snapshot", count);
	observe("heaps in the list", stable_list()->count);
	observe("marked default", marked);
}
