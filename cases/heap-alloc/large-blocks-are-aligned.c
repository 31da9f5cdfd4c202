/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* What a heap of fixed size must give is less on 32 bits. */
enum { SMALLEST = 0x2001, LARGEST_IN_FIXED_HEAP = 0x10000 * sizeof(void *) - 0x3000 };

static void check(const char *name, HANDLE heap, SIZE_T largest)
{
	for (SIZE_T size = SMALLEST; size <= largest; size += size / 2) {
		where(name, size);

		const ULONG_PTR block = (ULONG_PTR)make_block(heap, size);

		ck_assert_uint_eq(block % MEMORY_ALLOCATION_ALIGNMENT, 0);
	}
}

CASE("HAL-02", "blocks above 8 KB have the documented alignment, up to 1 MB where a heap grows")
{
	check("size in the process heap", GetProcessHeap(), 1 << 20);
	check("size in a growable heap", create_heap(0, 0, 0), 1 << 20);
	check("size in a heap of fixed size", create_heap(0, 0, 4 << 20), LARGEST_IN_FIXED_HEAP);
}
