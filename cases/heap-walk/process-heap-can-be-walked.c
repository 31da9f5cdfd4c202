/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Idle threads of the loader may use small blocks in spite of the lock. */
enum { TRIES = 3 };

CASE("HWK-23 HWK-37", "a walk of the process heap shows entries and reaches the end")
{
	static struct walk walk;

	if (has_c_runtime())
		skip("a C runtime uses the process heap too");
	make_block(GetProcessHeap(), 0x5000);
	for (int i = 0; i < TRIES; i++) {
		require(HeapLock(GetProcessHeap()));
		walk_heap(&walk, GetProcessHeap());
		require(HeapUnlock(GetProcessHeap()));
		if (walk.count > 0 && walk.error == ERROR_NO_MORE_ITEMS)
			break;
	}
	ck_assert_uint_ge(walk.count, 1);
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
	observe("entries", walk.count);
	observe("first entry is a region",
		walk.entries[0].wFlags & PROCESS_HEAP_REGION ? "yes" : "no");
}
