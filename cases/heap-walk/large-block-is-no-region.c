/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-29", "the entry of a 4 MB block is BUSY and no REGION")
{
	static struct walk walk;
	const PROCESS_HEAP_ENTRY *entry;
	const HANDLE heap = create_heap(0, 0, 0);
	const void *const block = make_block(heap, 4 << 20);

	walk_heap(&walk, heap);
	entry = entry_at(&walk, block);
	ck_assert_ptr_nonnull(entry);
	ck_assert(entry->wFlags & PROCESS_HEAP_ENTRY_BUSY);
	ck_assert(!(entry->wFlags & PROCESS_HEAP_REGION));
}
