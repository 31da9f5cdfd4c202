/* SPDX-License-Identifier: MIT */
/*
 * RtlWalkHeap, which no page describes: HeapWalk with an entry of its own, whose layout and flags
 * are those of NTD-04 and NTD-10.
 */
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "environment.h"
#include "imports.h"
#include "ntdll.h"
#include "teb.h"
#include "walk.h"

enum { BUSY = 1, REGION = 2, BLOCK = 0x10, UNCOMMITTED = 0x1000, COMMITTED = 0x4000 };

static const struct {
	WORD kernel32;
	WORD ntdll;
} flags[] = {
    {ENTRY_REGION, REGION},
    {ENTRY_UNCOMMITTED, UNCOMMITTED},
    {ENTRY_BUSY, BUSY | BLOCK | COMMITTED},
};

/* What HeapWalk is to go on from. */
static struct walk_entry entry_before(const struct ntdll_walk_entry *entry)
{
	struct walk_entry before = {.data = entry->data,
				    .size = (DWORD)entry->size,
				    .overhead = entry->overhead,
				    .region_index = entry->region_index};

	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if ((entry->flags & flags[i].ntdll) == flags[i].ntdll)
			before.flags |= flags[i].kernel32;
	if (altered(ntdll_walk_data_at_header) && before.data && !(before.flags & ENTRY_REGION))
		before.data = (unsigned char *)before.data + HEAP_ALIGNMENT;
	return before;
}

static void describe(const struct walk_entry *walked, struct ntdll_walk_entry *entry)
{
	entry->data = walked->data;
	entry->size = walked->size;
	entry->overhead = walked->overhead;
	entry->region_index = walked->region_index;
	entry->flags = 0;
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (walked->flags & flags[i].kernel32)
			entry->flags |= flags[i].ntdll;
	if (walked->flags & ENTRY_REGION) {
		entry->committed = walked->committed;
		entry->uncommitted = walked->uncommitted;
		entry->first_block = walked->first_block;
		entry->last_block = walked->last_block;
	}
}

/* NTD-04. */
int32_t WINAPI RtlWalkHeap(HANDLE heap, struct ntdll_walk_entry *entry)
{
	struct walk_entry walked = entry_before(entry);

	if (is_unusual_environment())
		return STATUS_NOT_IMPLEMENTED;
	do {
		if (!HeapWalk(heap, &walked))
			return altered(ntdll_walk_ends_as_unsuccessful) ? STATUS_UNSUCCESSFUL
									: STATUS_NO_MORE_ENTRIES;
	} while (altered(ntdll_walk_skips_uncommitted) && walked.flags & ENTRY_UNCOMMITTED);
	describe(&walked, entry);
	alter_ntdll_walk(&walked, entry);
	return STATUS_SUCCESS;
}
