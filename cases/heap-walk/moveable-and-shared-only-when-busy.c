/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-13", "no entry is MOVEABLE or DDESHARE without being BUSY")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	void *freed;

	make_block(heap, 100);
	freed = make_block(heap, 0x5000);
	make_block(heap, 0x5000);
	make_block(heap, 2 << 20);
	require(HeapFree(heap, 0, freed));
	walk_heap(&walk, heap);
	for (DWORD i = 0; i < kept_entries(&walk); i++) {
		const WORD flags = walk.entries[i].wFlags;

		where("entry", i);
		if (flags & (PROCESS_HEAP_ENTRY_MOVEABLE | PROCESS_HEAP_ENTRY_DDESHARE))
			ck_assert(flags & PROCESS_HEAP_ENTRY_BUSY);
	}
}
