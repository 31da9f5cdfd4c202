/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BYTES = 0x8000 };

static void measure(struct worker *worker)
{
	worker->succeeded = HeapSize(worker->heap, 0, worker->block) == BYTES;
}

static void validate(struct worker *worker)
{
	worker->succeeded = HeapValidate(worker->heap, 0, NULL);
}

static void walk(struct worker *worker)
{
	PROCESS_HEAP_ENTRY entry = {.lpData = NULL};

	worker->succeeded = HeapWalk(worker->heap, &entry);
}

CASE("HLK-18", "whether HeapSize, HeapValidate and HeapWalk wait for a locked heap is recorded",
     .time_limit = 30)
{
	struct worker others[] = {{.act = measure}, {.act = validate}, {.act = walk}};
	static const char *const names[] = {"HeapSize", "HeapValidate", "HeapWalk"};
	enum { OTHERS = sizeof others / sizeof others[0] };
	BOOL went_on[OTHERS];

	for (int i = 0; i < OTHERS; i++) {
		others[i].heap = create_heap(0, 0, 0);
		others[i].block = make_block(others[i].heap, BYTES);
		prepare_worker(&others[i]);
	}
	for (int i = 0; i < OTHERS; i++)
		require(HeapLock(others[i].heap));
	for (int i = 0; i < OTHERS; i++)
		begin_work(&others[i]);
	/* They wait side by side: the time that the first one had was the others' too. */
	for (int i = 0; i < OTHERS; i++)
		went_on[i] = is_done(&others[i], i ? 0 : PATIENCE_TO_WAIT);
	for (int i = 0; i < OTHERS; i++)
		require(HeapUnlock(others[i].heap));
	for (int i = 0; i < OTHERS; i++) {
		wait_for(others[i].done);
		observe(names[i], went_on[i] ? "goes on" : "waits");
	}
}
