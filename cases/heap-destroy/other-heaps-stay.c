/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 10, LARGE = 2 << 20 };

static SIZE_T size_of(unsigned block)
{
	return block == BLOCKS - 1 ? LARGE : 100 + 500 * block;
}

CASE("HDS-08", "destroying a heap leaves another one intact: its blocks, their sizes, its service")
{
	const HANDLE doomed = create_heap(0, 0, 0);
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	for (unsigned i = 0; i < BLOCKS; i++) {
		fill_bytes(make_block(doomed, size_of(i)), size_of(i), 0xFF);
		blocks[i] = make_block(heap, size_of(i));
		fill_pattern(blocks[i], size_of(i), i);
	}
	destroy_heap(doomed);
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_uint_eq(HeapSize(heap, 0, blocks[i]), size_of(i));
		ck_assert_pattern(blocks[i], size_of(i), i);
		ck_assert(HeapFree(heap, 0, blocks[i]));
		ck_assert_ptr_nonnull(HeapAlloc(heap, 0, size_of(i)));
	}
}
