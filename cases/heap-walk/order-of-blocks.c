/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 6 };

static DWORD place(const struct walk *walk, const void *block)
{
	DWORD i = 0;

	while (i < kept_entries(walk) && walk->entries[i].lpData != block)
		i++;
	return i;
}

CASE("HWK-11", "the order in which a walk shows blocks is recorded")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];
	BOOL by_address = TRUE, by_age = TRUE;

	for (int i = 0; i < BLOCKS; i++)
		blocks[i] = make_block(heap, 0x5000);
	walk_heap(&walk, heap);
	for (int i = 1; i < BLOCKS; i++) {
		const BOOL follows = place(&walk, blocks[i - 1]) < place(&walk, blocks[i]);

		by_age &= follows;
		by_address &= follows == ((uintptr_t)blocks[i - 1] < (uintptr_t)blocks[i]);
	}
	observe("in order of address", by_address ? "yes" : "no");
	observe("in order of allocation", by_age ? "yes" : "no");
}
