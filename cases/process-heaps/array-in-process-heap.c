/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-35", "the array may lie in the process heap, which is itself in the list")
{
	static struct heap_list list;
	const HANDLE heap = GetProcessHeap();
	const DWORD room = GetProcessHeaps(0, NULL) + 16;
	HANDLE *const heaps = HeapAlloc(heap, 0, room * sizeof(HANDLE));

	require(heaps != NULL);
	list.count = GetProcessHeaps(room, heaps);
	require(list.count <= room && list.count <= HEAP_LIST_ROOM);
	for (DWORD i = 0; i < list.count; i++)
		list.heaps[i] = heaps[i];
	ck_assert_uint_eq(hits(&list, heap), 1);
	ck_assert(HeapFree(heap, 0, heaps));
}
