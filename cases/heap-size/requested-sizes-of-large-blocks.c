/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { KILOBYTE = 1 << 10, MEGABYTE = 1 << 20 };

/* About the sizes at which an allocator may change its way of serving. */
static const SIZE_T sizes[] = {
    16 * KILOBYTE - 1, 16 * KILOBYTE, 16 * KILOBYTE + 1,  MEGABYTE - 1,
    MEGABYTE,          MEGABYTE + 1,  2 * MEGABYTE + 123,
};

CASE("HSZ-01", "HeapSize returns the size that was asked for, also of blocks of 16 KB to 2 MB")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		ck_assert_uint_eq(HeapSize(heap, 0, make_block(heap, sizes[i])), sizes[i]);
	}
}
