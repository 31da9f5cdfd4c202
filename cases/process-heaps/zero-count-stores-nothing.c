/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-02", "NumberOfHeaps 0 returns the total and leaves the array alone, even a real one")
{
	static HANDLE slots[8];

	attempt (list) {
		poison(slots);
		const DWORD total = GetProcessHeaps(0, slots);

		ck_assert_untouched(slots, 0, 8);
		ck_assert_uint_eq(total, list->count);
	}
}
