/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const HANDLE *given;

PROGRAM_CASE("REF-09 REF-03",
	     "addresses are printed in the order of their slots, whatever that order is")
{
	static const HANDLE orders[][GIVEN_HEAPS] = {
	    {(HANDLE)0x10000, (HANDLE)0x20000, (HANDLE)0x30000},
	    {(HANDLE)0x30000, (HANDLE)0x20000, (HANDLE)0x10000},
	    {(HANDLE)0x20000, (HANDLE)0x30000, (HANDLE)0x10000},
	};
	const struct listed_heaps *listed;

	for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
		given = orders[i];
		where("first slot", given[0]);
		run_program();
		ck_assert_listing(listed);
		ck_assert_listed(listed, given, GIVEN_HEAPS);
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	for (DWORD i = 0; i < room && i < GIVEN_HEAPS; i++)
		heaps[i] = given[i];
	return GIVEN_HEAPS;
}
