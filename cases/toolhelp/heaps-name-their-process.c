/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_PROCESS = 1234567, LIMIT = 10000 };

static void prepare(HEAPLIST32 *entry)
{
	entry->dwSize = sizeof *entry;
	entry->th32ProcessID = POISONED_PROCESS;
}

CASE("TLH-19", "every heap of a snapshot carries the id of the process that was looked at")
{
	static HEAPLIST32 entry;
	DWORD count = 0;

	create_heaps(3);
	const HANDLE snapshot = heap_snapshot();

	prepare(&entry);
	require(Heap32ListFirst(snapshot, &entry));
	do {
		where("entry", count);
		ck_assert_uint_eq(entry.th32ProcessID, GetCurrentProcessId());
		require(++count < LIMIT);
		prepare(&entry);
	} while (Heap32ListNext(snapshot, &entry));
}
