/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-05", "the end of a walk is FALSE with ERROR_NO_MORE_ITEMS")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);

	make_block(heap, 0x5000);
	walk_heap(&walk, heap);
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
}
