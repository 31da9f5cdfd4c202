/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-37", "a query, then a call with as many slots as it returned, give the whole list")
{
	static struct heap_list found;

	create_heaps(3);
	attempt (list) {
		const DWORD total = GetProcessHeaps(0, NULL);

		require(total <= HEAP_LIST_ROOM);
		poison(found.heaps);
		found.count = GetProcessHeaps(total, found.heaps);
		ck_assert_uint_eq(found.count, total);
		ck_assert_same_heaps(&found, list);
	}
}
