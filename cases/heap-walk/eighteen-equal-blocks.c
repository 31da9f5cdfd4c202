/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { MOST = 18, BLOCK_SIZE = 24 + 2 * sizeof(void *) };

/* Everything since HeapCreate counts, hence a heap for each question. */
static DWORD entries_after(int count)
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[MOST];

	for (int i = 0; i < count; i++)
		blocks[i] = make_block(heap, BLOCK_SIZE);
	for (int i = 0; i < count; i++)
		require(HeapFree(heap, 0, blocks[i]));
	walk_heap(&walk, heap);
	return walk.count;
}

CASE("HWK-22", "how many entries remain of 17 and of 18 equal blocks, all freed, is recorded")
{
	observe("entries after 17 blocks", entries_after(17));
	observe("entries after 18 blocks", entries_after(18));
}
