/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

BOOL walk_step(struct walk *walk, HANDLE heap, PROCESS_HEAP_ENTRY *entry)
{
	SetLastError(ERROR_SUCCESS);
	if (!HeapWalk(heap, entry)) {
		walk->error = GetLastError();
		return FALSE;
	}
	if (walk->count < WALK_ROOM)
		walk->entries[walk->count] = *entry;
	walk->count++;
	return TRUE;
}

void walk_heap(struct walk *walk, HANDLE heap)
{
	static PROCESS_HEAP_ENTRY entry;

	entry.lpData = NULL;
	walk->count = 0;
	while (walk_step(walk, heap, &entry))
		require(walk->count <= WALK_LIMIT);
}
