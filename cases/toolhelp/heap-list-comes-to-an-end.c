/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234, LIMIT = 10000 };

CASE("TLH-04", "the heaps of a snapshot are listed one after the other, and the end says so")
{
	static HEAPLIST32 entry;
	const HANDLE snapshot = heap_snapshot();
	DWORD count = 1;

	entry.dwSize = sizeof entry;
	ck_assert(Heap32ListFirst(snapshot, &entry));
	for (;; count++) {
		ck_assert_uint_le(count, LIMIT);
		entry.dwSize = sizeof entry;
		SetLastError(POISONED_ERROR);
		if (!Heap32ListNext(snapshot, &entry))
			break;
	}
	ck_assert_error_eq(GetLastError(), ERROR_NO_MORE_FILES);
}
