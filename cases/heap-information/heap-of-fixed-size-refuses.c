/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-11", "a heap of fixed size cannot become a low-fragmentation heap")
{
	const HANDLE heap = create_heap(0, 0x10000, 0x100000);
	BOOL set;
	DWORD error;

	judged_on_nt_heaps();
	set = set_heap_compatibility(heap, LOW_FRAGMENTATION);
	error = GetLastError();
	observe("value afterwards", heap_compatibility(heap));
	ck_assert_int_eq(set, FALSE);
	observe("last error", error);
}
