/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234 };

void list_heap_ids(struct heap_ids *ids, HANDLE snapshot)
{
	static HEAPLIST32 entry;
	BOOL more;

	ids->count = 0;
	entry.dwSize = sizeof entry;
	SetLastError(POISONED_ERROR);
	for (more = Heap32ListFirst(snapshot, &entry); more;
	     more = Heap32ListNext(snapshot, &entry)) {
		require(ids->count < HEAP_LIST_ROOM);
		ids->ids[ids->count++] = entry.th32HeapID;
		entry.dwSize = sizeof entry;
		SetLastError(POISONED_ERROR);
	}
	ids->error = GetLastError();
}

DWORD id_hits(const struct heap_ids *ids, ULONG_PTR id)
{
	DWORD found = 0;

	for (DWORD i = 0; i < ids->count; i++)
		found += ids->ids[i] == id;
	return found;
}
