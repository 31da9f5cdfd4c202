/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

PROGRAM_CASE("REF-14 REF-05 REF-29", "no default heap: says why and fails")
{
	ck_assert_int_eq(run_program(), 1);
	ck_assert_output("Failed to retrieve the default process heap with LastError 1234.\n");
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	return give_heaps(GIVEN_HEAPS, room, heaps);
}

FAULT(HANDLE, GetProcessHeap, (void))
{
	if (!in_program())
		return REAL(GetProcessHeap)();
	SetLastError(1234);
	return NULL;
}

/* A program that goes on without a heap must not reach the true function. */
FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	return in_program() ? NULL : REAL(HeapAlloc)(heap, flags, size);
}
