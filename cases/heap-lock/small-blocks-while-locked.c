/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* As many blocks of one size at once as wake the low-fragmentation heap on Windows. */
enum { BLOCKS = 18 };

static void allocate(struct worker *worker)
{
	worker->succeeded = HeapAlloc(worker->heap, 0, 0) != NULL;
}

static void lock_and_unlock(struct worker *worker)
{
	worker->succeeded = HeapLock(worker->heap) && HeapUnlock(worker->heap);
}

CASE("HLK-17", "whether blocks of a size used often can be had while a heap is locked is recorded",
     .time_limit = 30)
{
	const HANDLE heap = create_heap(0, 0, 0);
	struct worker allocating = {.act = allocate, .heap = heap};
	struct worker locking = {.act = lock_and_unlock, .heap = heap};
	void *blocks[BLOCKS];

	judged_on_nt_heaps();
	judged_without_debugger();
	for (int i = 0; i < BLOCKS; i++)
		blocks[i] = make_block(heap, 0);
	for (int i = 0; i < BLOCKS; i++)
		require(HeapFree(heap, 0, blocks[i]));

	prepare_worker(&allocating);
	prepare_worker(&locking);
	require(HeapLock(heap));
	begin_work(&allocating);
	begin_work(&locking);
	const BOOL allocated = is_done(&allocating, PATIENCE_TO_WAIT);
	const BOOL locked = is_done(&locking, allocated ? PATIENCE_TO_WAIT : 0);

	require(HeapUnlock(heap));
	wait_for(allocating.done);
	wait_for(locking.done);
	observe("allocation", allocated ? "goes on" : "waits");
	observe("lock", locked ? "goes on" : "waits");
}
