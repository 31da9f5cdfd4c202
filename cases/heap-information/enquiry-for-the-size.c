/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

static void enquire(HANDLE heap, SIZE_T *length)
{
	BOOL told;

	SetLastError(POISONED_ERROR);
	told = HeapQueryInformation(heap, HeapCompatibilityInformation, NULL, 0, length);
	ck_assert_int_eq(told, FALSE);
	ck_assert_error_eq(GetLastError(), ERROR_INSUFFICIENT_BUFFER);
}

CASE("HQS-21", "without a buffer class 0 is ERROR_INSUFFICIENT_BUFFER, and ReturnLength is 4")
{
	const HANDLE heap = create_heap(0, 0, 0);
	SIZE_T length = (SIZE_T)POISON;

	where("ReturnLength", "asked for");
	enquire(heap, &length);
	ck_assert_uint_eq(length, sizeof(ULONG));
	where("ReturnLength", "NULL");
	enquire(heap, NULL);
}
