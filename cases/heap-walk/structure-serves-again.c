/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 8 };

static struct walk walk;
static PROCESS_HEAP_ENTRY entry;
static HANDLE heap;
static void *blocks[BLOCKS];

static void check_whole_walk(void)
{
	entry.lpData = NULL;
	walk.count = 0;
	walk.error = ERROR_SUCCESS;
	while (walk.count < WALK_LIMIT && walk_step(&walk, heap, &entry))
		;
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
	for (int i = 0; i < BLOCKS; i++)
		ck_assert_uint_eq(busy_hits(&walk, blocks[i]), 1);
}

CASE("HWK-30",
     "NULL in lpData is all it takes to use a structure again, after an end or in the middle")
{
	heap = create_heap(0, 0, 0);
	for (int i = 0; i < BLOCKS; i++)
		blocks[i] = make_block(heap, 0x5000);
	where("walk", "the first");
	check_whole_walk();
	where("walk", "after one that ended");
	check_whole_walk();
	entry.lpData = NULL;
	for (int i = 0; i < 3; i++)
		require(HeapWalk(heap, &entry));
	where("walk", "after one given up at its third entry");
	check_whole_walk();
}
