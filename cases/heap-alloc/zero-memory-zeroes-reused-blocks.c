/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {1, 7, 8, 100, 1000, 5000, 0x8000 * sizeof(void *), 1 << 20};

/* Few enough not to wake the low-fragmentation heap, which serves blocks in another way. */
enum { SIZES = sizeof sizes / sizeof sizes[0], OF_EACH = 4 };

static void check(const char *name, HANDLE heap, SIZE_T size)
{
	void *blocks[OF_EACH];

	where(name, size);
	for (int i = 0; i < OF_EACH; i++) {
		blocks[i] = make_block(heap, size);
		fill_bytes(blocks[i], size, 0xA5);
	}
	for (int i = 0; i < OF_EACH; i++)
		require(HeapFree(heap, 0, blocks[i]));
	for (int i = 0; i < OF_EACH; i++) {
		blocks[i] = HeapAlloc(heap, HEAP_ZERO_MEMORY, size);
		ck_assert_ptr_nonnull(blocks[i]);
		ck_assert_bytes(blocks[i], size, 0);
	}
	for (int i = 0; i < OF_EACH; i++)
		require(HeapFree(heap, 0, blocks[i]));
}

CASE("HAL-03", "HEAP_ZERO_MEMORY zeroes every byte asked for, in memory that was in use before")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (int i = 0; i < SIZES; i++) {
		check("size in a private heap", heap, sizes[i]);
		check("size in the process heap", GetProcessHeap(), sizes[i]);
	}
}
