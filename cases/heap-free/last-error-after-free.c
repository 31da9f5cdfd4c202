/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

CASE("HFR-05", "what HeapFree does to the last error when it succeeds is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, 100);
	DWORD error;

	SetLastError(POISONED_ERROR);
	require(HeapFree(heap, 0, block));
	error = GetLastError();
	observe("last error after success", error == POISONED_ERROR ? "untouched" : "changed");
	observe("last error", error);
}
