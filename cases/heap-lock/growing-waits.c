/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Above 16 KB: a lock need not stop what the low-fragmentation heap serves. */
enum { BYTES = 0x8000, GROWN = 0x10000, SEED = 1 };

static void grow(struct worker *worker)
{
	worker->block = HeapReAlloc(worker->heap, 0, worker->block, GROWN);
	worker->succeeded = worker->block != NULL;
}

CASE("HLK-15", "HeapReAlloc to a larger size waits while another thread holds the lock",
     .time_limit = 30)
{
	struct worker other = {.act = grow, .heap = create_heap(0, 0, 0)};

	other.block = make_block(other.heap, BYTES);
	fill_pattern(other.block, BYTES, SEED);
	prepare_worker(&other);
	require(HeapLock(other.heap));
	begin_work(&other);
	ck_assert_waits(other.done);
	require(HeapUnlock(other.heap));
	ck_assert_goes_on(other.done);
	ck_assert(other.succeeded);
	ck_assert_pattern(other.block, BYTES, SEED);
}
