/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("NTD-10", "reports the flags that RtlWalkHeap gives the entries of a heap and a live block")
{
	enum { LIMIT = 64, SHOWN = 4 };
	static const char *const names[SHOWN] = {"first entry", "second entry", "third entry",
						 "fourth entry"};
	rtl_walk_heap *const RtlWalkHeap = FIND(rtl_walk_heap *, "ntdll.dll", "RtlWalkHeap");
	static struct rtl_heap_entry entry;
	const HANDLE heap = create_heap(0, 0, 0);

	for (int i = 0; i < LIMIT && RtlWalkHeap(heap, &entry) == 0; i++)
		if (i < SHOWN)
			observe(names[i], (const void *)(ULONG_PTR)entry.flags);

	const void *const block = make_block(heap, 0x5000);

	entry.data = NULL;
	for (int i = 0; i < LIMIT && RtlWalkHeap(heap, &entry) == 0; i++)
		if (entry.data == block)
			observe("live block", (const void *)(ULONG_PTR)entry.flags);
}
