/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 8 };

static SIZE_T size_of(unsigned block)
{
	return 0x4001 + block * 0x555;
}

CASE("HWK-21", "a walk changes nothing: the heap validates, blocks keep contents and size")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	for (unsigned i = 0; i < BLOCKS; i++) {
		blocks[i] = make_block(heap, size_of(i));
		fill_pattern(blocks[i], size_of(i), i);
	}
	ck_assert(HeapValidate(heap, 0, NULL));
	walk_heap(&walk, heap);
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
	ck_assert(HeapValidate(heap, 0, NULL));
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_uint_eq(HeapSize(heap, 0, blocks[i]), size_of(i));
		ck_assert_pattern(blocks[i], size_of(i), i);
		ck_assert(HeapFree(heap, 0, blocks[i]));
	}
}
