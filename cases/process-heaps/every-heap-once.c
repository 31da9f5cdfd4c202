/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-15", "no handle is in the list twice")
{
	static struct heap_list list;

	create_heaps(5);
	full_list(&list);
	ck_assert_distinct(list.heaps, list.count);
}
