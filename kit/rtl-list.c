/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

void rtl_full_list(struct heap_list *list)
{
	rtl_get_process_heaps *const RtlGetProcessHeaps =
	    FIND(rtl_get_process_heaps *, "ntdll.dll", "RtlGetProcessHeaps");

	poison(list->heaps);
	list->count = RtlGetProcessHeaps(HEAP_LIST_ROOM, list->heaps);
	require(list->count >= 1 && list->count <= HEAP_LIST_ROOM);
}
