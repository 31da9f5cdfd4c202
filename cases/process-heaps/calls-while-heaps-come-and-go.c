/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Bounded, so that an implementation that never destroys a heap has room for all of them. */
enum { CREATIONS = 250 };

static HANDLE made;
static DWORD refused;
static _Atomic(BOOL) done;

static DWORD WINAPI come_and_go(void *unused)
{
	(void)unused;
	for (DWORD i = 0; i < CREATIONS; i++) {
		const HANDLE heap = HeapCreate(0, 0, 0);

		SetEvent(made);
		if (heap)
			HeapDestroy(heap);
		else
			refused++;
	}
	done = TRUE;
	SetEvent(made);
	return 0;
}

CASE("GPH-28", "results, stored slots and the process heap are right while heaps come and go",
     .time_limit = 20)
{
	enum { CALLS = 20, ROOM = 256, BEHIND = 8 };
	static struct heap_list list;

	made = make_event(FALSE);
	const HANDLE thread = start_thread(come_and_go, NULL);

	while (!done) {
		/* On a single processor the other thread would not get to run in a few calls. */
		wait_for(made);
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
