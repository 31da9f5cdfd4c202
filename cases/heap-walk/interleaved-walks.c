/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-24", "two walks of a heap that take turns show the same sequence")
{
	static struct walk walks[2];
	static PROCESS_HEAP_ENTRY entries[2];
	const HANDLE heap = create_heap(0, 0, 0);
	BOOL more = TRUE;

	for (SIZE_T i = 0; i < 8; i++)
		make_block(heap, 0x5000 + i * 0x100);
	while (more && walks[0].count < WALK_LIMIT) {
		more = walk_step(&walks[0], heap, &entries[0]);
		more &= walk_step(&walks[1], heap, &entries[1]);
	}
	ck_assert_same_walk(&walks[1], &walks[0]);
	ck_assert_error_eq(walks[0].error, ERROR_NO_MORE_ITEMS);
	ck_assert_error_eq(walks[1].error, ERROR_NO_MORE_ITEMS);
}
