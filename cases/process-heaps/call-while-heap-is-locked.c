/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE heap, locked, listed;
static BOOL is_locked;
static _Atomic(BOOL) released;

static DWORD WINAPI hold_lock(void *unused)
{
	(void)unused;
	is_locked = HeapLock(heap);
	SetEvent(locked);
	if (is_locked) {
		WaitForSingleObject(listed, 500);
		released = TRUE;
		HeapUnlock(heap);
	}
	return 0;
}

CASE("GPH-30", "reports whether the function waits for a private heap that another thread locked",
     .time_limit = 20)
{
	static HANDLE slots[HEAP_LIST_ROOM];

	heap = create_heap(0, 0, 0);
	locked = make_event(FALSE);
	listed = make_event(FALSE);
	const HANDLE thread = start_thread(hold_lock, NULL);

	wait_for(locked);
	require(is_locked);
	GetProcessHeaps(HEAP_LIST_ROOM, slots);

	const BOOL waited = released;

	SetEvent(listed);
	join_thread(thread);
	observe("waits for the lock", waited ? "yes" : "no");
}
