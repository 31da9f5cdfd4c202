/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

static DWORD error_of_failure(HANDLE heap, DWORD flags)
{
	void *const block = make_block(heap, 100);

	SetLastError(POISONED_ERROR);
	require(!HeapReAlloc(heap, flags, block, ~(SIZE_T)7));
	return GetLastError();
}

CASE("HRA-13", "the last error after HeapReAlloc failed is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	const DWORD error = error_of_failure(heap, 0);
	const DWORD error_in_place = error_of_failure(heap, HEAP_REALLOC_IN_PLACE_ONLY);

	observe("last error", error == POISONED_ERROR ? "untouched" : "changed");
	observe("last error number", error);
	observe("last error in place", error_in_place == POISONED_ERROR ? "untouched" : "changed");
	observe("last error number in place", error_in_place);
}
