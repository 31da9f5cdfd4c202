/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

static const ULONG other_values[] = {PLAIN_HEAP, LOOK_ASIDE_LISTS};

CASE("HQS-09", "a low-fragmentation heap cannot be turned back: ERROR_GEN_FAILURE, and it stays 2")
{
	const HANDLE heap = create_heap(0, 0, 0);

	judged_on_nt_heaps();
	judged_without_debugger();
	require(set_heap_compatibility(heap, LOW_FRAGMENTATION));
	for (size_t i = 0; i < ARRAYSIZE(other_values); i++) {
		where("value", other_values[i]);
		SetLastError(POISONED_ERROR);
		ck_assert_int_eq(set_heap_compatibility(heap, other_values[i]), FALSE);
		ck_assert_error_eq(GetLastError(), ERROR_GEN_FAILURE);
	}
	where("value", "after both");
	ck_assert_uint_eq(heap_compatibility(heap), LOW_FRAGMENTATION);
}
