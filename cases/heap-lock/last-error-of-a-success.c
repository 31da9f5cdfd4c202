/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

CASE("HLK-13", "what HeapLock and HeapUnlock do to the last error when they succeed is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);

	SetLastError(POISONED_ERROR);
	require(HeapLock(heap));
	const DWORD error_of_lock = GetLastError();

	SetLastError(POISONED_ERROR);
	require(HeapUnlock(heap));
	const DWORD error_of_unlock = GetLastError();

	observe("last error of lock", error_of_lock == POISONED_ERROR ? "untouched" : "changed");
	observe("last error of unlock",
		error_of_unlock == POISONED_ERROR ? "untouched" : "changed");
}
