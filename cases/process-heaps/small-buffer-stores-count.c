/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-05", "a buffer too small for every handle still receives NumberOfHeaps of them")
{
	static HANDLE slots[HEAP_LIST_ROOM];

	create_heaps(3);
	attempt (list) {
		for (DWORD k = 1; k < list->count; k++) {
			where("NumberOfHeaps", k);
			poison(slots);
			GetProcessHeaps(k, slots);
			ck_assert_stored(slots, k);
			ck_assert_distinct_members(slots, k, list);
		}
	}
}
