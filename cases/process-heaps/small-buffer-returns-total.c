/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-04", "a buffer too small for every handle still makes the function return the real total")
{
	static HANDLE slots[HEAP_LIST_ROOM];

	create_heaps(3);
	attempt (list) {
		for (DWORD k = 1; k < list->count; k++) {
			where("NumberOfHeaps", k);
			ck_assert_uint_eq(GetProcessHeaps(k, slots), list->count);
		}
	}
}
