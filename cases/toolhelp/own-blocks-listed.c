/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const HEAPENTRY32 *block_entry(const struct block_walk *walk, const void *block)
{
	for (DWORD i = 0; i < walk->count; i++)
		if (walk->entries[i].dwAddress == (ULONG_PTR)block)
			return &walk->entries[i];
	return NULL;
}

CASE("TLH-13", "reports which live blocks of a heap are listed, and with which size",
     .time_limit = 60)
{
	static const char *const names[] = {"block of 20480 bytes", "block of 24576 bytes",
					    "block of 28672 bytes"};
	static struct block_walk walk;

	/* Walks over the blocks of a segment heap are said to lock up. */
	need_nt_heaps();
	const struct known_heap *known = heap_with_known_id();

	walk_blocks(&walk, known->id);
	observe("blocks listed", walk.count);
	for (DWORD i = 0; i < KNOWN_BLOCKS; i++) {
		const HEAPENTRY32 *entry = block_entry(&walk, known->blocks[i]);

		if (entry)
			observe(names[i], entry->dwBlockSize);
		else
			observe(names[i], "not at its address");
	}
}
