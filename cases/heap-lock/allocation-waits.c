/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Above 16 KB: a lock need not stop what the low-fragmentation heap serves. */
enum { BYTES = 0x8000 };

static void allocate(struct worker *worker)
{
	worker->block = HeapAlloc(worker->heap, 0, BYTES);
	worker->succeeded = worker->block != NULL;
}

CASE("HLK-05", "HeapAlloc waits while another thread holds the lock and then succeeds",
     .time_limit = 30)
{
	struct worker other = {.act = allocate, .heap = create_heap(0, 0, 0)};

	make_block(other.heap, BYTES);
	prepare_worker(&other);
	require(HeapLock(other.heap));
	begin_work(&other);
	ck_assert_waits(other.done);
	require(HeapUnlock(other.heap));
	ck_assert_goes_on(other.done);
	ck_assert(other.succeeded);
}
