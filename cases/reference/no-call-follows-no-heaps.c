/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD calls, other_calls;

PROGRAM_CASE("REF-11", "no heaps on the first call: no other function of the heap is called")
{
	run_program();
	ck_assert_uint_eq(calls, 1);
	ck_assert_uint_eq(other_calls, 0);
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	(void)room;
	(void)heaps;
	calls++;
	return 0;
}

FAULT(HANDLE, GetProcessHeap, (void))
{
	other_calls += in_program();
	return REAL(GetProcessHeap)();
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	other_calls += in_program();
	return REAL(HeapAlloc)(heap, flags, size);
}

FAULT(BOOL, HeapFree, (HANDLE heap, DWORD flags, LPVOID block))
{
	other_calls += in_program();
	return REAL(HeapFree)(heap, flags, block);
}
