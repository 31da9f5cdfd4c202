/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE heap, made, listed;

static DWORD WINAPI make_heap(void *unused)
{
	(void)unused;
	heap = HeapCreate(0, 0, 0);
	SetEvent(made);
	WaitForSingleObject(listed, 10000);
	return 0;
}

CASE("GPH-11", "a heap that another thread made is in the list", .time_limit = 20)
{
	static struct heap_list list;

	made = make_event(FALSE);
	listed = make_event(FALSE);
	const HANDLE thread = start_thread(make_heap, NULL);

	wait_for(made);
	require(heap != NULL);
	full_list(&list);
	SetEvent(listed);
	join_thread(thread);
	ck_assert_uint_eq(hits(&list, heap), 1);
}
