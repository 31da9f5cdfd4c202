/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { ROUNDS = 200, MOST_ALIVE = 4 };

static HANDLE changed, seen;
static DWORD refused;

static DWORD WINAPI come_and_go(void *unused)
{
	static HANDLE alive[MOST_ALIVE];

	(void)unused;
	for (DWORD round = 0; round < ROUNDS; round++) {
		HANDLE *const heap = &alive[round % MOST_ALIVE];

		if (*heap) {
			HeapDestroy(*heap);
			*heap = NULL;
		} else {
			*heap = HeapCreate(0, 0, 0);
			refused += !*heap;
		}
		SetEvent(changed);
		WaitForSingleObject(seen, 10000);
	}
	return 0;
}

CASE("GPH-49", "with room for the heaps that others may add, a query and a list fit each other",
     .time_limit = 20)
{
	enum { CALLS = 5, PATIENCE = 5 };
	static struct heap_list list;
	DWORD misfits = 0;

	changed = make_event(FALSE);
	seen = make_event(FALSE);
	const HANDLE thread = start_thread(come_and_go, NULL);

	for (DWORD round = 0; round < ROUNDS; round++) {
		where("round", round);
		wait_for(changed);
		/* From here on the next heap comes or goes, whenever the thread runs. */
		SetEvent(seen);
		for (DWORD call = 0; call < CALLS; call++) {
			const DWORD room = GetProcessHeaps(0, NULL) + MOST_ALIVE;

			require(room <= HEAP_LIST_ROOM);
			poison(list.heaps);
			list.count = GetProcessHeaps(room, list.heaps);
			/* Strangers may come as well, but not in one call after the other. */
			misfits = list.count > room ? misfits + 1 : 0;
			if (misfits && misfits < PATIENCE)
				continue;
			ck_assert_uint_le(list.count, room);
			ck_assert_stored(list.heaps, list.count);
			ck_assert_uint_eq(hits(&list, GetProcessHeap()), 1);
		}
	}
	join_thread(thread);
	require(!refused);
}
