/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

PROGRAM_CASE("REF-11 REF-29", "no heaps on the first call: says why and fails")
{
	ck_assert_int_eq(run_program(), 1);
	ck_assert_output("Failed to retrieve the number of heaps with LastError 1234.\n");
}

FAULT(DWORD, GetProcessHeaps, (DWORD count, PHANDLE heaps))
{
	(void)count;
	(void)heaps;
	SetLastError(1234);
	return 0;
}
