/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HLK-06", "who holds the lock of a heap can allocate from it and free")
{
	enum { BYTES = 0x8000, SEED = 1 };
	const HANDLE heap = create_heap(0, 0, 0);

	require(HeapLock(heap));
	void *const block = HeapAlloc(heap, 0, BYTES);

	if (block)
		fill_pattern(block, BYTES, SEED);
	const BOOL kept = block && has_pattern(block, BYTES, SEED);
	const BOOL freed = block && HeapFree(heap, 0, block);
	const BOOL unlocked = HeapUnlock(heap);

	ck_assert_ptr_nonnull(block);
	ck_assert_msg(kept, "the block to hold what was written");
	ck_assert_msg(freed, "HeapFree to succeed");
	ck_assert_msg(unlocked, "HeapUnlock to succeed");
}
