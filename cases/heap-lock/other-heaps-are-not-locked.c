/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void use(struct worker *worker)
{
	const BOOL locked = HeapLock(worker->heap);
	void *const block = HeapAlloc(worker->heap, 0, 0x8000);

	worker->succeeded = block && HeapFree(worker->heap, 0, block);
	worker->succeeded &= locked && HeapUnlock(worker->heap);
}

CASE("HLK-08", "the lock of a heap holds up nobody who uses another private one", .time_limit = 30)
{
	const HANDLE locked = create_heap(0, 0, 0);
	struct worker other = {.act = use, .heap = create_heap(0, 0, 0)};
	struct worker default_user = {.act = use, .heap = GetProcessHeap()};

	prepare_worker(&other);
	prepare_worker(&default_user);
	require(HeapLock(locked));
	begin_work(&other);
	ck_assert_goes_on(other.done);
	begin_work(&default_user);
	const BOOL default_is_free = is_done(&default_user, PATIENCE_TO_WAIT);

	require(HeapUnlock(locked));
	ck_assert(other.succeeded);
	wait_for(default_user.done);
	observe("default heap", default_is_free ? "goes on" : "waits");
}
