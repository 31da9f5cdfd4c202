/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD claimed;

PROGRAM_CASE("REF-12 REF-05 REF-29",
	     "32 bits: a count whose size does not fit is refused before anything is allocated")
{
	static const DWORD counts[] = {0x40000000, 0x40000001, 0x80000000, 0xFFFFFFFF};

	if (sizeof(SIZE_T) > sizeof(DWORD))
		skip("with 64 bits the size of every count fits");
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		claimed = counts[i];
		where("heaps", claimed);
		ck_assert_int_eq(run_program(), 1);
		ck_assert_output("SIZETMult failed with HR -2147024362.\n");
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	(void)room;
	(void)heaps;
	return claimed;
}

/* A program that goes on must not get memory: it would fill gigabytes, or print them. */
FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	return in_program() ? NULL : REAL(HeapAlloc)(heap, flags, size);
}
