/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HLK-01 HLK-02", "HeapLock and its HeapUnlock succeed on a heap of the caller's own")
{
	const HANDLE heap = create_heap(0, 0, 0);
	const BOOL locked = HeapLock(heap);
	/* Unlocking what is not locked is undefined. */
	const BOOL unlocked = locked && HeapUnlock(heap);

	ck_assert_msg(locked, "HeapLock to succeed");
	ck_assert_msg(unlocked, "HeapUnlock to succeed");
}
