/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

void *make_block(HANDLE heap, SIZE_T size)
{
	void *const block = HeapAlloc(heap, 0, size);

	require(block != NULL);
	return block;
}
