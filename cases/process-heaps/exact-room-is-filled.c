/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-03", "an array with room for exactly the total is filled to its last slot")
{
	enum { BEHIND = 8 };
	static HANDLE slots[HEAP_LIST_ROOM + BEHIND];

	attempt (list) {
		poison(slots);
		ck_assert_uint_eq(GetProcessHeaps(list->count, slots), list->count);
		ck_assert_stored(slots, list->count);
		ck_assert_untouched(slots, list->count, list->count + BEHIND);
		for (DWORD i = 0; i < list->count; i++) {
			where("slot", i);
			ck_assert_ptr_nonnull(slots[i]);
		}
	}
}
