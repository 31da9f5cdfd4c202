/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef BOOL(WINAPI *heap_summary)(HANDLE, DWORD, HEAP_SUMMARY *);

CASE("HSM-01", "HeapSummary succeeds for a heap of the program's own with a block in it")
{
	const heap_summary summarize = FIND(heap_summary, "kernel32.dll", "HeapSummary");
	const HANDLE heap = create_heap(0, 0, 0);
	HEAP_SUMMARY summary = {.cb = sizeof summary};

	make_block(heap, 100);
	ck_assert(summarize(heap, 0, &summary));
}
