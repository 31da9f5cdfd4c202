/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { MAXIMUM = 0x40000, BLOCK_SIZE = 0x1000 };

/* Nobody need enforce the maximum: then the loop has to end somewhere. */
enum { MOST = 4 * MAXIMUM };

CASE("HCR-05", "a heap with a maximum serves blocks until HeapAlloc refuses, at most the maximum")
{
	const HANDLE heap = create_heap(0, 0x1000, MAXIMUM);
	SIZE_T granted = 0;

	while (granted < MOST && HeapAlloc(heap, 0, BLOCK_SIZE))
		granted += BLOCK_SIZE;
	ck_assert_uint_le(granted, MAXIMUM);
}
