/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BYTES = 100, GROWN = 5000 };

static const char *content(const unsigned char *bytes, SIZE_T size)
{
	for (SIZE_T i = 1; i < size; i++)
		if (bytes[i] != bytes[0])
			return "different bytes";
	return bytes[0] ? "one byte repeated, not zero" : "zero";
}

CASE("HRA-04", "what growth without HEAP_ZERO_MEMORY leaves in the added part is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	unsigned char *const block = HeapReAlloc(heap, 0, make_block(heap, BYTES), GROWN);

	require(block != NULL);
	observe("added part", content(block + BYTES, GROWN - BYTES));
}
