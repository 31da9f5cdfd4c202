/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {100,    260,    1000,   3000,   0x2000,
			       0x3000, 0x4400, 0x5000, 0x6001, 0x8000};

enum { FREED = 7 };

CASE("HWK-09", "each live block is exactly one BUSY entry with its address, and a freed block none")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[ARRAYSIZE(sizes)];

	for (size_t i = 0; i < ARRAYSIZE(sizes); i++)
		blocks[i] = make_block(heap, sizes[i]);
	require(HeapFree(heap, 0, blocks[FREED]));
	walk_heap(&walk, heap);
	for (size_t i = 0; i < ARRAYSIZE(sizes); i++) {
		where(i == FREED ? "freed block of" : "live block of", sizes[i]);
		ck_assert_uint_eq(busy_hits(&walk, blocks[i]), i == FREED ? 0 : 1);
	}
}
