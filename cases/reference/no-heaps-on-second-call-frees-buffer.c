/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static LPVOID buffer;
static DWORD frees;

PROGRAM_CASE("REF-17",
	     "no heaps on the second call: frees its buffer once, and the error stays the call's")
{
	run_program();
	ck_assert_ptr_nonnull(buffer);
	ck_assert_uint_eq(frees, 1);
	ck_assert_output("Failed to retrieve heaps with LastError 1234.\n");
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	if (room == 0)
		return REAL(GetProcessHeaps)(room, heaps);
	SetLastError(1234);
	return 0;
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	const LPVOID block = REAL(HeapAlloc)(heap, flags, size);

	if (in_program())
		buffer = block;
	return block;
}

FAULT(BOOL, HeapFree, (HANDLE heap, DWORD flags, LPVOID block))
{
	if (in_program() && block == buffer)
		frees++;
	SetLastError(5678);
	return REAL(HeapFree)(heap, flags, block);
}
