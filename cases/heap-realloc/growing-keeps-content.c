/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	SIZE_T from, to;
} rows[] = {
    {1, 0x10000}, {24, 25}, {100, 5000}, {5000, 40000}, {0x100000, 0x200000},
};

CASE("HRA-01", "a block that grows keeps what was in it, and so do the blocks around it")
{
	enum { BEFORE = 1, BLOCK, BEHIND };
	const HANDLE heap = create_heap(0, 0, 0);

	for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
		where("old size", rows[row].from);
		/* Neighbours: they show growth over what is not its own, and make the block move.
		 */
		void *const before = make_block(heap, rows[row].from);
		void *block = make_block(heap, rows[row].from);
		void *const behind = make_block(heap, rows[row].from);

		fill_pattern(before, rows[row].from, BEFORE);
		fill_pattern(block, rows[row].from, BLOCK);
		fill_pattern(behind, rows[row].from, BEHIND);
		block = HeapReAlloc(heap, 0, block, rows[row].to);
		require(block != NULL);
		ck_assert_pattern(block, rows[row].from, BLOCK);
		fill_pattern(block, rows[row].to, BLOCK);
		ck_assert_pattern(before, rows[row].from, BEFORE);
		ck_assert_pattern(behind, rows[row].from, BEHIND);
	}
}
