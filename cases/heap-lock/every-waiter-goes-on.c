/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { WAITERS = 4 };

static void lock_and_unlock(struct worker *worker)
{
	worker->succeeded = HeapLock(worker->heap) && HeapUnlock(worker->heap);
}

CASE("HLK-14", "all four threads that wait for the lock of a heap get it once it is released",
     .time_limit = 60)
{
	const HANDLE heap = create_heap(0, 0, 0);
	struct worker waiters[WAITERS];

	for (int i = 0; i < WAITERS; i++) {
		waiters[i] = (struct worker){.act = lock_and_unlock, .heap = heap};
		prepare_worker(&waiters[i]);
	}
	require(HeapLock(heap));
	for (int i = 0; i < WAITERS; i++)
		begin_work(&waiters[i]);
	/* Gives them the time to come as far as the lock: only who waits can be forgotten. */
	is_done(&waiters[0], PATIENCE_TO_WAIT);
	require(HeapUnlock(heap));

	/* In any order. */
	for (int i = 0; i < WAITERS; i++) {
		where("waiter", i);
		ck_assert_goes_on(waiters[i].done);
		ck_assert(waiters[i].succeeded);
	}
}
