/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 1000 };

CASE("HDS-03", "a heap can be destroyed with a thousand blocks in it that nobody freed")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (SIZE_T i = 0; i < BLOCKS; i++)
		make_block(heap, i);
	ck_assert(HeapDestroy(heap));
}
