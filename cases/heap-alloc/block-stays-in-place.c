/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {1, 100, 5000, 0x5000, 1 << 20};

enum { STAYING = sizeof sizes / sizeof sizes[0], OTHERS = 64, ROUNDS = 2000 };

/* Holes of many sizes: a heap that moved blocks to close them would have reason to. */
static void churn(HANDLE heap)
{
	void *others[OTHERS] = {NULL};
	DWORD seed = 1;

	for (int round = 0; round < ROUNDS; round++) {
		void **const other = &others[next_random(&seed) % OTHERS];

		if (*other)
			require(HeapFree(heap, 0, *other));
		*other = *other ? NULL : make_block(heap, next_random(&seed) % 3000);
	}
	for (int i = 0; i < OTHERS; i++)
		if (others[i])
			require(HeapFree(heap, 0, others[i]));
}

CASE("HAL-14", "a block keeps its address and contents while others come and go around it")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[STAYING];

	for (unsigned i = 0; i < STAYING; i++) {
		blocks[i] = make_block(heap, sizes[i]);
		fill_pattern(blocks[i], sizes[i], i);
		churn(heap);
	}
	for (unsigned i = 0; i < STAYING; i++) {
		where("size", sizes[i]);
		ck_assert_pattern(blocks[i], sizes[i], i);
		ck_assert(HeapFree(heap, 0, blocks[i]));
	}
}
