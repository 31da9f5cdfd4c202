/* SPDX-License-Identifier: MIT */
/* Apart from own.c, so that a case that destroys nothing does not import HeapDestroy. */
#include "heapkit.h"

void destroy_heap(HANDLE heap)
{
	require(HeapDestroy(heap));
	disown_heap(heap);
}
