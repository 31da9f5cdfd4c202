/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-21", "a hundred lists with nothing created or destroyed between them hold the same heaps")
{
	static struct heap_list again;

	create_heaps(3);
	attempt (list) {
		for (DWORD call = 1; call <= 100; call++) {
			where("call", call);
			full_list(&again);
			ck_assert_uint_eq(again.count, list->count);
			ck_assert_same_heaps(&again, list);
		}
	}
}
