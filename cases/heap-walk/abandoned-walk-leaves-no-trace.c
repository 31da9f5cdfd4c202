/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-25", "a walk given up after two entries has no effect on the next one")
{
	static struct walk noted, next;
	static PROCESS_HEAP_ENTRY abandoned;
	const HANDLE heap = create_heap(0, 0, 0);

	for (SIZE_T i = 0; i < 8; i++)
		make_block(heap, 0x5000 + i * 0x100);
	walk_heap(&noted, heap);
	require(HeapWalk(heap, &abandoned));
	require(HeapWalk(heap, &abandoned));
	walk_heap(&next, heap);
	ck_assert_same_walk(&next, &noted);
}
