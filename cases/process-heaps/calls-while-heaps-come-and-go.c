/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* As many heaps as may stay alive where HeapDestroy does nothing. */
enum { ROUNDS = 250 };

static HANDLE made, seen;
static DWORD refused;

static DWORD WINAPI come_and_go(void *unused)
{
	(void)unused;
	for (DWORD round = 0; round < ROUNDS; round++) {
		const HANDLE heap = HeapCreate(0, 0, 0);

		refused += !heap;
		SetEvent(made);
		WaitForSingleObject(seen, 10000);
		if (heap)
			HeapDestroy(heap);
	}
	return 0;
}

CASE("GPH-28", "results, stored slots and the process heap are right while heaps come and go",
     .time_limit = 20)
{
	enum { CALLS = 20, ROOM = 256, BEHIND = 8 };
	static struct heap_list list;

	made = make_event(FALSE);
	seen = make_event(FALSE);
	const HANDLE thread = start_thread(come_and_go, NULL);

	for (DWORD round = 0; round < ROUNDS; round++) {
		where("round", round);
		wait_for(made);
		/* From here on the heap goes and the next one comes, whenever the thread runs. */
		SetEvent(seen);
		for (DWORD call = 0; call < CALLS; call++) {
			poison(list.heaps);
			list.count = GetProcessHeaps(ROOM, list.heaps);
			ck_assert_uint_ge(list.count, 1);
			ck_assert_untouched(list.heaps, ROOM, ROOM + BEHIND);
			if (list.count <= ROOM)
				ck_assert_uint_eq(hits(&list, GetProcessHeap()), 1);

			heapkit_poison(list.heaps, 2);
			ck_assert_uint_ge(GetProcessHeaps(1, list.heaps), 1);
			ck_assert_untouched(list.heaps, 1, 2);
		}
	}
	join_thread(thread);
	require(!refused);
}
