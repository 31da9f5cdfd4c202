/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

CASE("HRA-09", "NULL in place of a block gets NULL: HeapReAlloc does not allocate")
{
	const HANDLE heap = create_heap(0, 0, 0);

	SetLastError(POISONED_ERROR);
	const void *const block = HeapReAlloc(heap, 0, NULL, 1);
	const DWORD error = GetLastError();

	ck_assert_ptr_null(block);
	observe("last error", error == POISONED_ERROR ? "untouched" : "changed");
	observe("last error number", error);
}
