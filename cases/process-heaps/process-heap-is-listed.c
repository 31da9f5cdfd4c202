/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-09", "the process heap is in the list")
{
	static struct heap_list list;

	/* Not full_list(): where only the process heap is missing the list is empty. */
	list.count = GetProcessHeaps(HEAP_LIST_ROOM, list.heaps);
	require(list.count <= HEAP_LIST_ROOM);
	ck_assert_uint_eq(hits(&list, GetProcessHeap()), 1);
}
