/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 16 };

static SIZE_T size_of(int i)
{
	return 1 + i * i * 200;
}

CASE("HCP-03", "HeapCompact leaves blocks in use where they are, with their sizes and contents")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	for (int i = 0; i < BLOCKS; i++) {
		blocks[i] = make_block(heap, size_of(i));
		fill_pattern(blocks[i], size_of(i), i);
	}
	for (int i = 0; i < BLOCKS; i += 2)
		require(HeapFree(heap, 0, blocks[i]));

	HeapCompact(heap, 0);
	ck_assert(HeapValidate(heap, 0, NULL));
	for (int i = 1; i < BLOCKS; i += 2) {
		where("block", i);
		ck_assert_uint_eq(HeapSize(heap, 0, blocks[i]), size_of(i));
		ck_assert_pattern(blocks[i], size_of(i), i);
		ck_assert(HeapFree(heap, 0, blocks[i]));
	}
}
