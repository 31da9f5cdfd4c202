/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("NTD-01", "one RtlCreateHeap raises what RtlGetProcessHeaps returns by one")
{
	rtl_get_process_heaps *const RtlGetProcessHeaps =
	    FIND(rtl_get_process_heaps *, "ntdll.dll", "RtlGetProcessHeaps");

	create_heaps(3);
	attempt (list) {
		const ULONG total = RtlGetProcessHeaps(0, NULL);

		rtl_create_heap();
		ck_assert_uint_eq(RtlGetProcessHeaps(0, NULL), total + 1);
	}
}
