/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Around the sizes above which blocks are served in another way, or not at all in a fixed heap. */
static const struct {
	SIZE_T first, last;
} ranges[] = {
    {0x3FF0, 0x4010},
    {0x7EFE0, 0x80010},
    {0xFEFF0, 0x100010},
};

CASE("HAL-17", "a growable heap gives blocks around and above the limits of heaps of fixed size")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (int i = 0; i < 3; i++)
		for (SIZE_T size = ranges[i].first; size <= ranges[i].last; size += 8) {
			where("size", size);

			unsigned char *const block = HeapAlloc(heap, 0, size);

			ck_assert_ptr_nonnull(block);
			block[0] = block[size - 1] = 1;
			ck_assert_uint_eq(HeapSize(heap, 0, block), size);
			ck_assert(HeapFree(heap, 0, block));
		}
}
