/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD free_entries(HANDLE heap)
{
	static struct walk walk;
	DWORD found = 0;

	walk_heap(&walk, heap);
	for (DWORD i = 0; i < kept_entries(&walk); i++)
		found += (walk.entries[i].wFlags & ENTRY_FLAGS) == 0;
	return found;
}

CASE("HWK-17", "how many entries without flags a walk shows is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[3];

	observe("in a fresh heap", free_entries(heap));
	for (int i = 0; i < 3; i++)
		blocks[i] = make_block(heap, 0x5000);
	observe("beside three blocks", free_entries(heap));
	require(HeapFree(heap, 0, blocks[1]));
	observe("with the middle one freed", free_entries(heap));
}
