/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { OLD_SIZE = 200, BLOCKS = 3 };

static const SIZE_T new_sizes[BLOCKS] = {100, OLD_SIZE + 10, OLD_SIZE + 0x10000};

CASE("HRA-05 HRA-06", "with HEAP_REALLOC_IN_PLACE_ONLY a block stays where it is, resized or not")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	/* All before the first is resized: each has a neighbour that is in its way. */
	for (unsigned i = 0; i < BLOCKS; i++) {
		blocks[i] = make_block(heap, OLD_SIZE);
		fill_pattern(blocks[i], OLD_SIZE, i);
	}
	make_block(heap, OLD_SIZE);

	for (unsigned i = 0; i < BLOCKS; i++) {
		const SIZE_T kept = new_sizes[i] < OLD_SIZE ? new_sizes[i] : OLD_SIZE;

		where("new size", new_sizes[i]);
		void *const block =
		    HeapReAlloc(heap, HEAP_REALLOC_IN_PLACE_ONLY, blocks[i], new_sizes[i]);

		if (block)
			ck_assert_ptr_eq(block, blocks[i]);
		ck_assert_pattern(blocks[i], block ? kept : OLD_SIZE, i);
		ck_assert_uint_eq(HeapSize(heap, 0, blocks[i]), block ? new_sizes[i] : OLD_SIZE);
	}
	for (unsigned i = 0; i < BLOCKS; i++)
		ck_assert(HeapFree(heap, 0, blocks[i]));
}
