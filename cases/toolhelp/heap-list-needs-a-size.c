/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234 };

CASE("TLH-03", "Heap32ListFirst fails when dwSize was not set")
{
	static HEAPLIST32 entry;
	const HANDLE snapshot = heap_snapshot();

	SetLastError(POISONED_ERROR);
	const BOOL first = Heap32ListFirst(snapshot, &entry);

	observe("last error", GetLastError());
	ck_assert(!first);
}
