/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

void keep_list(struct heap_list *list, DWORD total, DWORD room, const HANDLE *heaps)
{
	list->count = total < room ? total : room;
	require(list->count <= HEAP_LIST_ROOM);
	for (DWORD i = 0; i < list->count; i++)
		list->heaps[i] = heaps[i];
}
