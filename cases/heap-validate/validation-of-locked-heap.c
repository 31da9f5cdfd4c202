/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void validate(struct worker *worker)
{
	HeapValidate(worker->heap, 0, NULL);
}

CASE("HVL-10", "whether validation waits for a lock that another thread holds is recorded",
     .time_limit = 30)
{
	static struct worker other = {.act = validate};

	other.heap = create_heap(0, 0, 0);
	prepare_worker(&other);
	require(HeapLock(other.heap));
	begin_work(&other);

	const BOOL done = is_done(&other, PATIENCE_TO_WAIT);

	require(HeapUnlock(other.heap));
	wait_for(other.done);
	observe("waits for the lock", done ? "no" : "yes");
}
