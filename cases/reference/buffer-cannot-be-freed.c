/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static LPVOID buffer;

PROGRAM_CASE("REF-22 REF-05",
	     "the buffer cannot be freed: says so after the heaps, and still succeeds")
{
	const struct listed_heaps *listed;

	ck_assert_int_eq(run_program(), 0);
	ck_assert_listing_then(listed, "Failed to free allocation from default process heap.\n");
	ck_assert_listed(listed, given_heaps, GIVEN_HEAPS);
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	return give_heaps(GIVEN_HEAPS, room, heaps);
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
	return in_program() && block == buffer ? FALSE : REAL(HeapFree)(heap, flags, block);
}
