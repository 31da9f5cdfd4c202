/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

void walk_heap(struct walk *walk, HANDLE heap)
{
	static PROCESS_HEAP_ENTRY entry;

	entry.lpData = NULL;
	SetLastError(ERROR_SUCCESS);
	for (walk->count = 0; HeapWalk(heap, &entry); walk->count++) {
		require(walk->count < WALK_LIMIT);
		if (walk->count < WALK_ROOM)
			walk->entries[walk->count] = entry;
	}
	walk->error = GetLastError();
}

static DWORD kept(const struct walk *walk)
{
	return walk->count < WALK_ROOM ? walk->count : WALK_ROOM;
}

DWORD busy_hits(const struct walk *walk, const void *block)
{
	DWORD found = 0;

	for (DWORD i = 0; i < kept(walk); i++)
		found += walk->entries[i].wFlags & PROCESS_HEAP_ENTRY_BUSY &&
			 walk->entries[i].lpData == block;
	return found;
}

const PROCESS_HEAP_ENTRY *entry_with(const struct walk *walk, WORD flags)
{
	for (DWORD i = 0; i < kept(walk); i++)
		if ((walk->entries[i].wFlags & flags) == flags)
			return &walk->entries[i];
	return NULL;
}
