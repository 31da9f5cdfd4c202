/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-20", "a thread may walk a heap while it holds the heap's lock")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	const void *const block = make_block(heap, 0x5000);

	ck_assert(HeapLock(heap));
	walk_heap(&walk, heap);
	ck_assert(HeapUnlock(heap));
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
	ck_assert_uint_eq(busy_hits(&walk, block), 1);
}
