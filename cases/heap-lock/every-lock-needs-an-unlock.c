/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void lock_and_unlock(struct worker *worker)
{
	worker->succeeded = HeapLock(worker->heap) && HeapUnlock(worker->heap);
}

CASE("HLK-03", "a thread may lock a heap three times; another one waits until the third unlock",
     .time_limit = 30)
{
	enum { LOCKS = 3 };
	struct worker other = {.act = lock_and_unlock, .heap = create_heap(0, 0, 0)};

	prepare_worker(&other);
	for (int lock = 1; lock <= LOCKS; lock++) {
		where("lock", lock);
		ck_assert(HeapLock(other.heap));
	}
	void *const block = HeapAlloc(other.heap, 0, 0x8000);

	ck_assert_ptr_nonnull(block);
	ck_assert(HeapFree(other.heap, 0, block));
	begin_work(&other);
	for (int unlock = 1; unlock <= LOCKS; unlock++) {
		where("unlock", unlock);
		ck_assert(HeapUnlock(other.heap));
		if (unlock < LOCKS)
			ck_assert_waits(other.done);
	}
	ck_assert_goes_on(other.done);
	ck_assert(other.succeeded);
}
