/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234 };

void walk_blocks(struct block_walk *walk, ULONG_PTR id)
{
	static HEAPENTRY32 entry;
	const DWORD start = GetTickCount();
	BOOL more;

	fill_bytes(&entry, sizeof entry, 0xA5);
	walk->count = 0;
	entry.dwSize = sizeof entry;
	SetLastError(POISONED_ERROR);
	for (more = Heap32First(&entry, GetCurrentProcessId(), id); more;
	     more = Heap32Next(&entry)) {
		require(walk->count < BLOCK_WALK_LIMIT);
		require(GetTickCount() - start < BLOCK_WALK_SECONDS * 1000);
		walk->entries[walk->count++] = entry;
		entry.dwSize = sizeof entry;
		SetLastError(POISONED_ERROR);
	}
	walk->error = GetLastError();
}
