/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 8, FREED = 3 };

CASE("HWK-36", "two walks of an unchanged heap show the same sequence")
{
	static struct walk first, second;
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	judged_on_nt_heaps();
	judged_without_debugger();
	for (SIZE_T i = 0; i < BLOCKS; i++)
		blocks[i] = make_block(heap, 0x5000 + i * 0x100);
	require(HeapFree(heap, 0, blocks[FREED]));
	walk_heap(&first, heap);
	walk_heap(&second, heap);
	ck_assert_same_walk(&second, &first);
}
