/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE heap;

static DWORD WINAPI make_heap(void *unused)
{
	(void)unused;
	heap = HeapCreate(0, 0, 0);
	return 0;
}

CASE("GPH-12", "a heap stays in the list when the thread that made it has ended", .time_limit = 20)
{
	static struct heap_list list;

	join_thread(start_thread(make_heap, NULL));
	require(heap != NULL);
	full_list(&list);
	ck_assert_uint_eq(hits(&list, heap), 1);
}
