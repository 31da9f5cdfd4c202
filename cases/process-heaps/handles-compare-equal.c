/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-20", "the list holds the very values that HeapCreate and GetProcessHeap returned")
{
	static struct heap_list list;
	const HANDLE *heaps = create_heaps(3);

	full_list(&list);
	for (DWORD i = 0; i < 3; i++) {
		where("heap", heaps[i]);
		ck_assert_uint_lt(position(&list, heaps[i]), list.count);
	}
	where("process heap", GetProcessHeap());
	ck_assert_uint_lt(position(&list, GetProcessHeap()), list.count);
}
