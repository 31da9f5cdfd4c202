/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-27", "the list holds a hundred private heaps as well as it holds a few")
{
	enum { HEAPS = 100 };
	static struct heap_list list;
	const HANDLE *heaps = create_heaps(HEAPS);

	full_list(&list);
	for (DWORD i = 0; i < HEAPS; i++) {
		where("heap", i);
		ck_assert_uint_eq(hits(&list, heaps[i]), 1);
	}
}
