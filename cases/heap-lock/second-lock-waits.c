/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void lock_and_unlock(struct worker *worker)
{
	worker->succeeded = HeapLock(worker->heap) && HeapUnlock(worker->heap);
}

CASE("HLK-04", "HeapLock waits while another thread holds the lock and then succeeds",
     .time_limit = 30)
{
	struct worker other = {.act = lock_and_unlock, .heap = create_heap(0, 0, 0)};

	prepare_worker(&other);
	require(HeapLock(other.heap));
	begin_work(&other);
	ck_assert_waits(other.done);
	require(HeapUnlock(other.heap));
	ck_assert_goes_on(other.done);
	ck_assert(other.succeeded);
}
