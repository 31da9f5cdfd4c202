/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-10", "a heap made by HeapCreate is in the list")
{
	static struct heap_list list;
	const HANDLE heap = create_heap(0, 0, 0);

	full_list(&list);
	ck_assert_uint_eq(hits(&list, heap), 1);
}
