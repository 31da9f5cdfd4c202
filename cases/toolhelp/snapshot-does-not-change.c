/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-17", "heaps made after a snapshot was taken are not in it")
{
	static struct heap_ids before, after;

	create_heaps(3);
	const HANDLE snapshot = heap_snapshot();

	list_heap_ids(&before, snapshot);
	require(before.count > 0);
	create_heaps(3);
	list_heap_ids(&after, snapshot);
	ck_assert_uint_eq(after.count, before.count);
	for (DWORD i = 0; i < before.count; i++) {
		where("entry", i);
		ck_assert_uint_eq(id_hits(&after, before.ids[i]), id_hits(&before, before.ids[i]));
	}
}
