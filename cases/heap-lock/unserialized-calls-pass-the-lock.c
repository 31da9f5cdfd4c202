/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void allocate_and_free(struct worker *worker)
{
	worker->block = HeapAlloc(worker->heap, HEAP_NO_SERIALIZE, 0x8000);
	worker->succeeded =
	    worker->block && HeapFree(worker->heap, HEAP_NO_SERIALIZE, worker->block);
}

CASE("HLK-07", "with HEAP_NO_SERIALIZE HeapAlloc and HeapFree pass another thread's lock",
     .time_limit = 30)
{
	struct worker other = {.act = allocate_and_free, .heap = create_heap(0, 0, 0)};

	/* Looked at before: elsewhere the other thread may wait, and so would this case. */
	need_nt_heaps();
	need_no_debugger();
	prepare_worker(&other);
	require(HeapLock(other.heap));
	begin_work(&other);
	/* Until then this thread leaves the heap alone: nothing else keeps the two apart. */
	ck_assert_goes_on(other.done);
	require(HeapUnlock(other.heap));
	ck_assert(other.succeeded);
}
