/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-02", "a buffer that is too short gets FALSE, and ReturnLength says how long it must be")
{
	const HANDLE heap = create_heap(0, 0, 0);
	ULONG value = 0xA5A5A5A5;
	SIZE_T length = (SIZE_T)POISON;
	const BOOL told = HeapQueryInformation(heap, HeapCompatibilityInformation, &value,
					       sizeof value - 1, &length);
	const DWORD error = GetLastError();

	ck_assert_int_eq(told, FALSE);
	ck_assert_uint_eq(length, sizeof value);
	observe("last error", error);
}
