/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD left;

PROGRAM_CASE("REF-20", "fewer heaps on the second call: lists those that it stored, and succeeds")
{
	const struct listed_heaps *listed;

	for (left = GIVEN_HEAPS - 1; left > 0; left--) {
		where("heaps left", left);
		ck_assert_int_eq(run_program(), 0);
		ck_assert_listing(listed);
		ck_assert_uint_eq(listed->number, left);
		ck_assert_listed(listed, given_heaps, left);
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	return give_heaps(room ? left : GIVEN_HEAPS, room, heaps);
}
