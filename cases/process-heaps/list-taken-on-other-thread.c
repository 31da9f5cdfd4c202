/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static struct heap_list list;

static DWORD WINAPI take_list(void *unused)
{
	(void)unused;
	list.count = GetProcessHeaps(HEAP_LIST_ROOM, list.heaps);
	return 0;
}

CASE("GPH-40", "called on another thread the function reports the heaps of the whole process",
     .time_limit = 20)
{
	const HANDLE *heaps = create_heaps(3);

	join_thread(start_thread(take_list, NULL));
	require(list.count <= HEAP_LIST_ROOM);
	for (DWORD i = 0; i < 3; i++) {
		where("heap", i);
		ck_assert_uint_eq(hits(&list, heaps[i]), 1);
	}
	where("heap", "process heap");
	ck_assert_uint_eq(hits(&list, GetProcessHeap()), 1);
}
