/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("NTD-01", "RtlGetProcessHeaps tells how many heaps there are and stores each of them once")
{
	rtl_get_process_heaps *const RtlGetProcessHeaps =
	    FIND(rtl_get_process_heaps *, "ntdll.dll", "RtlGetProcessHeaps");
	static struct heap_list listed;
	const HANDLE *heaps = create_heaps(3);

	attempt (list) {
		const ULONG total = RtlGetProcessHeaps(0, NULL);

		ck_assert_uint_gt(total, 3);
		rtl_full_list(&listed);
		ck_assert_uint_eq(listed.count, total);
		ck_assert_stored(listed.heaps, total);
		ck_assert_distinct(listed.heaps, total);
		for (DWORD i = 0; i < 3; i++) {
			where("heap", i);
			ck_assert_uint_eq(hits(&listed, heaps[i]), 1);
		}
	}
}
