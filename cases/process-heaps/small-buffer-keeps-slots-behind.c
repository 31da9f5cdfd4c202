/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-06", "a buffer too small for every handle is not written past NumberOfHeaps slots")
{
	enum { BEHIND = 8 };
	static struct heap_list list;
	static HANDLE slots[HEAP_LIST_ROOM + BEHIND];

	create_heaps(3);
	full_list(&list);
	for (DWORD k = 1; k < list.count; k++) {
		where("NumberOfHeaps", k);
		poison(slots);
		GetProcessHeaps(k, slots);
		ck_assert_untouched(slots, k, list.count + BEHIND);
	}
}
