/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE heap, locked;

static DWORD WINAPI validate(void *unused)
{
	(void)unused;
	WaitForSingleObject(locked, 10000);
	HeapValidate(heap, 0, NULL);
	return 0;
}

CASE("HVL-10", "whether validation waits for a lock that another thread holds is recorded",
     .time_limit = 30)
{
	heap = create_heap(0, 0, 0);
	locked = make_event(FALSE);

	const HANDLE thread = start_thread(validate, NULL);

	require(HeapLock(heap));
	SetEvent(locked);

	const DWORD result = WaitForSingleObject(thread, PATIENCE_TO_WAIT);

	require(HeapUnlock(heap));
	join_thread(thread);
	observe("waits for the lock", result == WAIT_TIMEOUT ? "yes" : "no");
}
