/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-15", "a block of 2 MB in a growable heap is exactly one entry, and BUSY")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	const void *const block = make_block(heap, 2 << 20);
	DWORD entries = 0;

	walk_heap(&walk, heap);
	for (DWORD i = 0; i < kept_entries(&walk); i++)
		entries += walk.entries[i].lpData == block;
	ck_assert_uint_eq(entries, 1);
	ck_assert(entry_at(&walk, block)->wFlags & PROCESS_HEAP_ENTRY_BUSY);
}
