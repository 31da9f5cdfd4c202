/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Windows counts large blocks in units of this many bytes. */
enum { UNIT = 0x8000 * sizeof(void *) };

static void resize_in_place(const char *name, SIZE_T size)
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, size);

	if (HeapReAlloc(heap, HEAP_REALLOC_IN_PLACE_ONLY, block, UNIT + UNIT / 2) != block)
		observe(name, "no shrinking");
	else if (HeapReAlloc(heap, HEAP_REALLOC_IN_PLACE_ONLY, block, 2 * UNIT) != block)
		observe(name, "no growing back");
	else
		observe(name, "shrinks and grows back");
}

CASE("HRA-15", "whether large blocks of a growable heap grow back in place is recorded")
{
	judged_on_nt_heaps();
	judged_without_debugger();
	resize_in_place("block of 3 units", 3 * UNIT);
	resize_in_place("block of 1 MB", 0x100000);
}
