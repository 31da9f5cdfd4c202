/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-07", "an array with more room than needed receives the total number of handles")
{
	enum { SPARE = 16 };
	static HANDLE slots[HEAP_LIST_ROOM + SPARE];

	attempt (list) {
		poison(slots);
		ck_assert_uint_eq(GetProcessHeaps(list->count + SPARE, slots), list->count);
		ck_assert_stored(slots, list->count);
		for (DWORD i = 0; i < list->count; i++) {
			where("slot", i);
			ck_assert_ptr_nonnull(slots[i]);
		}
	}
}
