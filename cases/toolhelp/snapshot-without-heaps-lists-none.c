/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234 };

static HANDLE snapshot_without_heaps(void)
{
	HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPTHREAD, 0);

	if (snapshot == INVALID_HANDLE_VALUE)
		snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
	if (snapshot == INVALID_HANDLE_VALUE && GetLastError() == ERROR_CALL_NOT_IMPLEMENTED)
		unimplemented("snapshots of threads or processes");
	require(snapshot != INVALID_HANDLE_VALUE);
	return snapshot;
}

CASE("TLH-05",
     "in a snapshot taken without the heap flag there is no first heap, and the error says so")
{
	static HEAPLIST32 entry;
	const HANDLE snapshot = snapshot_without_heaps();

	entry.dwSize = sizeof entry;
	SetLastError(POISONED_ERROR);
	ck_assert(!Heap32ListFirst(snapshot, &entry));
	ck_assert_error_eq(GetLastError(), ERROR_NO_MORE_FILES);
}
