/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

PROGRAM_CASE("REF-17 REF-05 REF-29", "no heaps on the second call: says why and fails")
{
	ck_assert_int_eq(run_program(), 1);
	ck_assert_output("Failed to retrieve heaps with LastError 1234.\n");
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	if (room == 0)
		return REAL(GetProcessHeaps)(room, heaps);
	SetLastError(1234);
	return 0;
}
