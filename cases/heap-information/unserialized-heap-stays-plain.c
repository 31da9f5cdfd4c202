/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

CASE("HQS-22",
     "a heap without serialization is 0, refuses the 2 with ERROR_INVALID_PARAMETER, stays 0")
{
	const HANDLE heap = create_heap(HEAP_NO_SERIALIZE, 0, 0);

	judged_on_nt_heaps();
	judged_without_debugger();
	ck_assert_uint_eq(heap_compatibility(heap), PLAIN_HEAP);
	SetLastError(POISONED_ERROR);
	ck_assert_int_eq(set_heap_compatibility(heap, LOW_FRAGMENTATION), FALSE);
	ck_assert_error_eq(GetLastError(), ERROR_INVALID_PARAMETER);
	ck_assert_uint_eq(heap_compatibility(heap), PLAIN_HEAP);
}
