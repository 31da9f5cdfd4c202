/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* As many rounds that 8 bytes lost in each would use up the heap. */
enum { MAXIMUM = 256 << 10, ROUNDS = MAXIMUM / 8 };

CASE("HAL-15", "a heap of 256 KB gives and takes back a block of 1 KB as often as one likes")
{
	const HANDLE heap = create_heap(0, 0, MAXIMUM);

	for (int round = 0; round < ROUNDS; round++) {
		where("round", round);

		void *const block = HeapAlloc(heap, 0, 1024);

		ck_assert_ptr_nonnull(block);
		ck_assert(HeapFree(heap, 0, block));
	}
}
