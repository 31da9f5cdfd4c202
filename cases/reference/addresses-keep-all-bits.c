/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* What a formatter may lose: the sign, the upper half, the lower half, the low 16 bits. */
static const HANDLE given[] = {
    (HANDLE)(~(ULONG_PTR)0 - 0xFFFF),
    (HANDLE)(((ULONG_PTR)1 << (sizeof(HANDLE) * 8 - 1)) + 0x10000),
    (HANDLE)((ULONG_PTR)0x12345678 << (sizeof(HANDLE) * 8 - 32)),
    (HANDLE)(ULONG_PTR)0x89ABCDEF,
    (HANDLE)(ULONG_PTR)1,
};
enum { GIVEN = sizeof given / sizeof given[0] };

PROGRAM_CASE("REF-09", "an address is printed with every bit of its handle")
{
	const struct listed_heaps *listed;

	run_program();
	ck_assert_listing(listed);
	ck_assert_listed(listed, given, GIVEN);
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	for (DWORD i = 0; i < room && i < GIVEN; i++)
		heaps[i] = given[i];
	return GIVEN;
}
