/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-21", "Heap32ListFirst starts again: a second pass shows the same heaps in the same order")
{
	static struct heap_ids first, second;

	create_heaps(3);
	const HANDLE snapshot = heap_snapshot();

	list_heap_ids(&first, snapshot);
	require(first.count > 0);
	list_heap_ids(&second, snapshot);
	ck_assert_uint_eq(second.count, first.count);
	for (DWORD i = 0; i < first.count; i++) {
		where("entry", i);
		ck_assert_uint_eq(second.ids[i], first.ids[i]);
	}
}
