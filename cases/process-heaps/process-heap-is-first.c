/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-16", "the process heap is the first in the list")
{
	static struct heap_list list;

	create_heaps(3);
	full_list(&list);
	if (list.heaps[0] != GetProcessHeap())
		skip_from_build(26100);
	ck_assert_ptr_eq(list.heaps[0], GetProcessHeap());
}
