/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCK_SIZE = 0x5000 };

/* Free, or given back: part of where the block was. */
static BOOL shows_it_free(const PROCESS_HEAP_ENTRY *entry, const void *block)
{
	const uintptr_t start = (uintptr_t)block, data = (uintptr_t)entry->lpData;
	const WORD flags = entry->wFlags & ENTRY_FLAGS;

	return (flags == 0 || flags == PROCESS_HEAP_UNCOMMITTED_RANGE) &&
	       data < start + BLOCK_SIZE && data + entry->cbData > start;
}

CASE("HWK-14", "a freed block is no BUSY entry any more but one without flags")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	BOOL found = FALSE;
	void *blocks[3];

	judged_on_nt_heaps();
	judged_without_debugger();
	for (int i = 0; i < 3; i++)
		blocks[i] = make_block(heap, BLOCK_SIZE);
	require(HeapFree(heap, 0, blocks[1]));
	walk_heap(&walk, heap);
	ck_assert_uint_eq(busy_hits(&walk, blocks[1]), 0);
	for (DWORD i = 0; i < kept_entries(&walk); i++)
		found |= shows_it_free(&walk.entries[i], blocks[1]);
	ck_assert_msg(found, "an entry without flags where the block was");
}
