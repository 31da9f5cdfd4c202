/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD known, calls, rooms[2];
static PHANDLE arrays[2];
static LPVOID buffer;

PROGRAM_CASE("REF-24", "asks for the number alone, then for exactly so many heaps in its buffer")
{
	for (known = 1; known <= GIVEN_HEAPS; known++) {
		where("heaps", known);
		calls = 0;
		run_program();
		ck_assert_uint_eq(calls, 2);
		ck_assert_uint_eq(rooms[0], 0);
		ck_assert_ptr_null(arrays[0]);
		ck_assert_uint_eq(rooms[1], known);
		ck_assert_ptr_nonnull(buffer);
		ck_assert_ptr_eq(arrays[1], buffer);
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	if (calls < 2) {
		rooms[calls] = room;
		arrays[calls] = heaps;
	}
	calls++;
	return give_heaps(known, room, heaps);
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	const LPVOID block = REAL(HeapAlloc)(heap, flags, size);

	if (in_program())
		buffer = block;
	return block;
}
