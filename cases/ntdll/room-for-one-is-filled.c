/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("NTD-01",
     "RtlGetProcessHeaps with room for one heap stores one and returns how many there are")
{
	rtl_get_process_heaps *const RtlGetProcessHeaps =
	    FIND(rtl_get_process_heaps *, "ntdll.dll", "RtlGetProcessHeaps");
	static struct heap_list listed;
	static HANDLE slots[8];

	create_heaps(3);
	attempt (list) {
		rtl_full_list(&listed);
		require(listed.count > 1);
		poison(slots);
		ck_assert_uint_eq(RtlGetProcessHeaps(1, slots), listed.count);
		ck_assert_untouched(slots, 1, 8);
		ck_assert_stored(slots, 1);
		ck_assert_distinct_members(slots, 1, &listed);
	}
}
