/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCK_SIZE = 5 * 0x8000 * sizeof(void *) };

static HANDLE heap;
static void *blocks[2];

static DWORD busy_blocks(void)
{
	static struct walk walk;

	walk_heap(&walk, heap);
	return (blocks[0] ? busy_hits(&walk, blocks[0]) : 0) +
	       (blocks[1] ? busy_hits(&walk, blocks[1]) : 0);
}

CASE("HWK-31", "a walk shows a block from its allocation to its end: BUSY entries 0, 1, 2, 1, 0")
{
	judged_on_nt_heaps();
	judged_without_debugger();
	heap = create_heap(0, 0, 0);
	ck_assert_uint_eq(busy_blocks(), 0);
	for (DWORD i = 0; i < 2; i++) {
		where("blocks allocated", i + 1);
		blocks[i] = make_block(heap, BLOCK_SIZE);
		ck_assert_uint_eq(busy_blocks(), i + 1);
	}
	for (DWORD i = 0; i < 2; i++) {
		where("blocks freed", i + 1);
		require(HeapFree(heap, 0, blocks[i]));
		ck_assert_uint_eq(busy_blocks(), 1 - i);
	}
}
