/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static LPVOID buffer;
static DWORD expected, total, frees;

PROGRAM_CASE("REF-18", "a heap created between the calls: frees its buffer once")
{
	runs (5) {
		frees = 0;
		run_program();
		if (total <= expected)
			void_run();
		ck_assert_ptr_nonnull(buffer);
		ck_assert_uint_eq(frees, 1);
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	if (room == 0)
		return expected = REAL(GetProcessHeaps)(room, heaps);
	create_heap(0, 0, 0);
	return total = REAL(GetProcessHeaps)(room, heaps);
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
	return REAL(HeapFree)(heap, flags, block);
}
