/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 50 };

static SIZE_T size_of(unsigned i)
{
	return 1 + i * i * 7;
}

static void check(HANDLE heap, void *const *blocks, unsigned first_seed)
{
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_uint_eq(HeapSize(heap, 0, blocks[i]), size_of(i));
		ck_assert_pattern(blocks[i], size_of(i), first_seed + i);
	}
}

CASE("HAL-21",
     "blocks belong to their heap: the destruction of another heap leaves them as they are")
{
	static void *blocks[2][BLOCKS];
	const HANDLE heaps[] = {create_heap(0, 0, 0), create_heap(0, 0, 0)};

	for (unsigned i = 0; i < BLOCKS; i++)
		for (unsigned k = 0; k < 2; k++) {
			blocks[k][i] = make_block(heaps[k], size_of(i));
			fill_pattern(blocks[k][i], size_of(i), 100 * k + i);
		}
	check(heaps[0], blocks[0], 0);
	check(heaps[1], blocks[1], 100);

	destroy_heap(heaps[0]);
	check(heaps[1], blocks[1], 100);
	ck_assert(HeapValidate(heaps[1], 0, NULL));
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert(HeapFree(heaps[1], 0, blocks[1][i]));
	}
}
