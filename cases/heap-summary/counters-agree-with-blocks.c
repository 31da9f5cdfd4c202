/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef BOOL(WINAPI *heap_summary)(HANDLE, DWORD, HEAP_SUMMARY *);

CASE("HSM-03", "HeapSummary counts the bytes asked for as allocated, no more than are committed")
{
	const heap_summary summarize = FIND(heap_summary, "kernel32.dll", "HeapSummary");
	HEAP_SUMMARY summary = {.cb = sizeof summary};
	HANDLE heap;
	void *freed;

	judged_on_nt_heaps();
	judged_without_debugger();
	heap = create_heap(0, 0, 0);
	make_block(heap, 0x100);
	make_block(heap, 0x200);
	freed = make_block(heap, 0x300);
	make_block(heap, 0x60000);
	require(HeapFree(heap, 0, freed));
	require(summarize(heap, 0, &summary));
	ck_assert_uint_eq(summary.cbAllocated, 0x60300);
	ck_assert_uint_ge(summary.cbCommitted, summary.cbAllocated);
	ck_assert_uint_ge(summary.cbReserved, summary.cbCommitted);
	observe("cbMaxReserve", summary.cbMaxReserve);
}
