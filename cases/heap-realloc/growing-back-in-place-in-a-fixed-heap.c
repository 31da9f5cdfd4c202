/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Windows counts large blocks in units of this many bytes. */
enum { UNIT = 0x8000 * sizeof(void *) };

CASE("HRA-16", "in a fixed heap a block of two units shrinks to one and a half and back in place")
{
	judged_on_nt_heaps();
	judged_without_debugger();

	const HANDLE heap = create_heap(0, 8 * UNIT, 8 * UNIT);
	void *block = HeapAlloc(heap, HEAP_ZERO_MEMORY, UNIT);

	require(block != NULL);
	block = HeapReAlloc(heap, HEAP_ZERO_MEMORY, block, 2 * UNIT);
	require(block != NULL);
	ck_assert_ptr_eq(HeapReAlloc(heap, HEAP_REALLOC_IN_PLACE_ONLY, block, UNIT + UNIT / 2),
			 block);
	ck_assert_ptr_eq(HeapReAlloc(heap, HEAP_REALLOC_IN_PLACE_ONLY, block, 2 * UNIT), block);
}
