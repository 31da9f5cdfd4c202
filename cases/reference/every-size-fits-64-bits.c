/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static SIZE_T asked_for;
static DWORD calls, frees;

PROGRAM_CASE("REF-13 REF-05 REF-16 REF-29",
	     "64 bits: even the largest count has a size, which HeapAlloc may refuse")
{
	LONGLONG printed;

	if (sizeof(SIZE_T) == sizeof(DWORD))
		skip("with 32 bits the size of the largest count does not fit");
	ck_assert_int_eq(run_program(), 1);
	ck_assert_uint_eq(asked_for, 0x7FFFFFFF8);
	ck_assert_output_number("HeapAlloc failed to allocate %d bytes.\n", printed);
	ck_assert_uint_eq(calls, 1);
	ck_assert_uint_eq(frees, 0);
	observe("bytes printed", printed);
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	(void)room;
	(void)heaps;
	calls++;
	return 0xFFFFFFFF;
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	if (!in_program())
		return REAL(HeapAlloc)(heap, flags, size);
	asked_for = size;
	return NULL;
}

FAULT(BOOL, HeapFree, (HANDLE heap, DWORD flags, LPVOID block))
{
	frees += in_program();
	return REAL(HeapFree)(heap, flags, block);
}
