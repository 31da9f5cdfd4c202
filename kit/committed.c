/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

SIZE_T committed_size(const struct walk *walk)
{
	const DWORD count = kept_entries(walk);
	SIZE_T committed = 0, uncommitted = 0;

	for (DWORD i = 0; i < count; i++) {
		const PROCESS_HEAP_ENTRY *const entry = &walk->entries[i];

		if (!(entry->wFlags & PROCESS_HEAP_REGION))
			continue;
		committed += entry->Region.dwCommittedSize;
		uncommitted += entry->Region.dwUnCommittedSize;
	}
	if (committed + uncommitted == 0)
		skip("HeapWalk reports no sizes of regions here");
	return committed;
}
