/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 40, BLOCK_SIZE = 24 + 2 * sizeof(void *) };

static HANDLE heap;
static void *blocks[BLOCKS];

static void fill_anew(unsigned i, unsigned seed)
{
	blocks[i] = HeapAlloc(heap, 0, BLOCK_SIZE);
	where("block", i);
	ck_assert_ptr_nonnull(blocks[i]);
	ck_assert_uint_eq((uintptr_t)blocks[i] % MEMORY_ALLOCATION_ALIGNMENT, 0);
	ck_assert_uint_eq(HeapSize(heap, 0, blocks[i]), BLOCK_SIZE);
	fill_pattern(blocks[i], BLOCK_SIZE, seed);
}

CASE("HQS-18",
     "blocks of a low-fragmentation heap are aligned, as long as asked for, apart, and kept")
{
	heap = create_heap(0, 0, 0);
	if (!set_heap_compatibility(heap, LOW_FRAGMENTATION))
		skip("the low-fragmentation heap cannot be turned on here");
	for (unsigned i = 0; i < BLOCKS; i++)
		fill_anew(i, i);
	for (unsigned i = 0; i < BLOCKS; i += 2)
		require(HeapFree(heap, 0, blocks[i]));
	for (unsigned i = 0; i < BLOCKS; i += 2)
		fill_anew(i, BLOCKS + i);
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_pattern(blocks[i], BLOCK_SIZE, i % 2 ? i : BLOCKS + i);
	}
}
