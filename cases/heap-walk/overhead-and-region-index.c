/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void record(const PROCESS_HEAP_ENTRY *entry, const char *overhead, const char *index)
{
	if (!entry)
		return;
	observe(overhead, entry->cbOverhead);
	observe(index, entry->iRegionIndex);
}

static const PROCESS_HEAP_ENTRY *free_entry(const struct walk *walk)
{
	for (DWORD i = 0; i < kept_entries(walk); i++)
		if ((walk->entries[i].wFlags & ENTRY_FLAGS) == 0)
			return &walk->entries[i];
	return NULL;
}

CASE("HWK-16", "cbOverhead and iRegionIndex of each kind of entry are recorded")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	const void *const block = make_block(heap, 0x5000);
	const void *const large_block = make_block(heap, 2 << 20);

	walk_heap(&walk, heap);
	record(entry_with(&walk, PROCESS_HEAP_REGION), "overhead of the region",
	       "index of the region");
	record(entry_with(&walk, PROCESS_HEAP_UNCOMMITTED_RANGE),
	       "overhead of the uncommitted range", "index of the uncommitted range");
	record(entry_at(&walk, block), "overhead of a block", "index of a block");
	record(entry_at(&walk, large_block), "overhead of a large block", "index of a large block");
	record(free_entry(&walk), "overhead of a free entry", "index of a free entry");
}
