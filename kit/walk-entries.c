/* SPDX-License-Identifier: MIT */
/* What is among the entries of a walk. */
#include "heapkit.h"

DWORD kept_entries(const struct walk *walk)
{
	require(walk->count <= WALK_ROOM);
	return walk->count;
}

DWORD busy_hits(const struct walk *walk, const void *block)
{
	const DWORD count = kept_entries(walk);
	DWORD found = 0;

	for (DWORD i = 0; i < count; i++)
		found += walk->entries[i].wFlags & PROCESS_HEAP_ENTRY_BUSY &&
			 walk->entries[i].lpData == block;
	return found;
}

const PROCESS_HEAP_ENTRY *entry_with(const struct walk *walk, WORD flags)
{
	const DWORD count = kept_entries(walk);

	for (DWORD i = 0; i < count; i++)
		if ((walk->entries[i].wFlags & flags) == flags)
			return &walk->entries[i];
	return NULL;
}

const PROCESS_HEAP_ENTRY *entry_at(const struct walk *walk, const void *address)
{
	const DWORD count = kept_entries(walk);

	for (DWORD i = 0; i < count; i++)
		if (walk->entries[i].lpData == address)
			return &walk->entries[i];
	return NULL;
}
