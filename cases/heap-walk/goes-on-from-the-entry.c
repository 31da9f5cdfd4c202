/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 8 };

CASE("HWK-04",
     "each call goes on from the entry: eight blocks take at least eight steps, then it ends")
{
	static PROCESS_HEAP_ENTRY entry;
	const HANDLE heap = create_heap(0, 0, 0);
	DWORD steps = 0;

	for (int i = 0; i < BLOCKS; i++)
		make_block(heap, 0x5000);
	while (steps < WALK_LIMIT && HeapWalk(heap, &entry))
		steps++;
	ck_assert_uint_ge(steps, BLOCKS);
	ck_assert_uint_lt(steps, WALK_LIMIT);
}
