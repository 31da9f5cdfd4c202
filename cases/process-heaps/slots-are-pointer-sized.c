/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-34", "stored handles stand one pointer apart and have their full width")
{
	static struct heap_list list;
	const HANDLE *heaps = create_heaps(3);

	full_list(&list);
	ck_assert_stored(list.heaps, list.count);
	for (DWORD i = 0; i < 3; i++) {
		where("heap", heaps[i]);
		ck_assert_uint_eq(hits(&list, heaps[i]), 1);
	}
}
