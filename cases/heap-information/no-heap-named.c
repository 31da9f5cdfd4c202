/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-07", "class 0 of no heap at all is FALSE, and ReturnLength stays 0")
{
	ULONG value = 0xA5A5A5A5;
	SIZE_T length = 0;
	const BOOL told =
	    HeapQueryInformation(NULL, HeapCompatibilityInformation, &value, sizeof value, &length);
	const DWORD error = GetLastError();

	observe("buffer", value == 0xA5A5A5A5 ? "untouched" : "changed");
	ck_assert_int_eq(told, FALSE);
	ck_assert_uint_eq(length, 0);
	observe("last error", error);
}
