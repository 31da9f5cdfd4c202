/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {1, 7, 8, 100, 1000, 5000, 0x8000 * sizeof(void *), 1 << 20};

/* Few enough not to wake the low-fragmentation heap, which serves blocks in another way. */
enum { SIZES = sizeof sizes / sizeof sizes[0], OF_EACH = 4 };

CASE("HAL-03", "HEAP_ZERO_MEMORY zeroes every byte asked for, in memory that was in use before")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[OF_EACH];

	for (int i = 0; i < SIZES; i++) {
		where("size", sizes[i]);
		for (int k = 0; k < OF_EACH; k++) {
			blocks[k] = make_block(heap, sizes[i]);
			fill_bytes(blocks[k], sizes[i], 0xA5);
		}
		for (int k = 0; k < OF_EACH; k++)
			require(HeapFree(heap, 0, blocks[k]));
		for (int k = 0; k < OF_EACH; k++) {
			blocks[k] = HeapAlloc(heap, HEAP_ZERO_MEMORY, sizes[i]);
			ck_assert_ptr_nonnull(blocks[k]);
			ck_assert_bytes(blocks[k], sizes[i], 0);
		}
	}
}
