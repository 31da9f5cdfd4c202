/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* The thread fills one batch while the case empties the other. */
enum { BATCH = 100, BATCHES = 100, TURNS = 2 };

static HANDLE heap, filled[TURNS], emptied[TURNS];
static void *blocks[TURNS][BATCH];

static SIZE_T size_of(unsigned batch, unsigned i)
{
	return 1 + (batch * BATCH + i) % 333;
}

static DWORD WINAPI produce(void *unused)
{
	(void)unused;
	for (unsigned batch = 0; batch < BATCHES; batch++) {
		void **const block = blocks[batch % TURNS];

		if (batch >= TURNS)
			WaitForSingleObject(emptied[batch % TURNS], 10000);
		for (unsigned i = 0; i < BATCH; i++) {
			block[i] = HeapAlloc(heap, 0, size_of(batch, i));
			if (block[i])
				fill_pattern(block[i], size_of(batch, i), i);
		}
		SetEvent(filled[batch % TURNS]);
	}
	return 0;
}

CASE("HFR-10", "a thread frees 10,000 blocks of a private heap that another thread allocated",
     .time_limit = 30)
{
	heap = create_heap(0, 0, 0);
	for (unsigned turn = 0; turn < TURNS; turn++) {
		filled[turn] = make_event(FALSE);
		emptied[turn] = make_event(FALSE);
	}

	const HANDLE thread = start_thread(produce, NULL);

	for (unsigned batch = 0; batch < BATCHES; batch++) {
		wait_for(filled[batch % TURNS]);
		for (unsigned i = 0; i < BATCH; i++) {
			void *const block = blocks[batch % TURNS][i];

			where("block", batch * BATCH + i);
			require(block != NULL);
			ck_assert_pattern(block, size_of(batch, i), i);
			ck_assert(HeapFree(heap, 0, block));
		}
		SetEvent(emptied[batch % TURNS]);
	}
	join_thread(thread);
}
