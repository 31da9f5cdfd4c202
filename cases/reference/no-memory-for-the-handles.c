/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

PROGRAM_CASE("REF-15 REF-05 REF-29",
	     "no memory for the handles: says how much was wanted and fails")
{
	ck_assert_int_eq(run_program(), 1);
	ck_assert_output(sizeof(HANDLE) == 8 ? "HeapAlloc failed to allocate 24 bytes.\n"
					     : "HeapAlloc failed to allocate 12 bytes.\n");
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	return give_heaps(GIVEN_HEAPS, room, heaps);
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	if (!in_program())
		return REAL(HeapAlloc)(heap, flags, size);
	SetLastError(1234);
	return NULL;
}
