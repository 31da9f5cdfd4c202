/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-34", "a heap that holds a block shows at least one entry before the end")
{
	static struct walk walk;
	PROCESS_HEAP_ENTRY first = {.lpData = NULL};
	const HANDLE heap = create_heap(0, 0, 0);

	make_block(heap, 0x5000);
	ck_assert(HeapWalk(heap, &first));
	ck_assert_ptr_nonnull(first.lpData);
	walk_heap(&walk, heap);
	ck_assert_uint_ge(walk.count, 1);
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
}
