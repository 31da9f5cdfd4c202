/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static SIZE_T asked_for;

enum { LARGEST = sizeof(SIZE_T) == sizeof(DWORD) ? 0x3FFFFFFF : 0x7FFFFFFF };

PROGRAM_CASE("REF-25 REF-16", "a size above 2 GB reaches HeapAlloc as a whole")
{
	LONGLONG printed;

	run_program();
	ck_assert_uint_eq(asked_for, LARGEST * (SIZE_T)sizeof(HANDLE));
	ck_assert_output_number("HeapAlloc failed to allocate %d bytes.\n", printed);
	observe("bytes printed", printed);
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	(void)room;
	(void)heaps;
	return LARGEST;
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	if (!in_program())
		return REAL(HeapAlloc)(heap, flags, size);
	asked_for = size;
	return NULL;
}
