/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { MEGABYTE = 1 << 20, OTHERS = 4 };

CASE("HAL-01", "every byte of a block of 1 MB can be written and keeps what was written")
{
	void *others[OTHERS];
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = HeapAlloc(heap, 0, MEGABYTE);

	ck_assert_ptr_nonnull(block);
	fill_pattern(block, MEGABYTE, 1);
	for (SIZE_T i = 0; i < OTHERS; i++) {
		others[i] = make_block(heap, 1000 << 3 * i);
		fill_bytes(others[i], 1000 << 3 * i, 0xFF);
	}
	ck_assert_pattern(block, MEGABYTE, 1);
}
