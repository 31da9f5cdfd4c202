/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD claimed;

PROGRAM_CASE("REF-18",
	     "every number above the first one means that a heap was created between the calls")
{
	static const DWORD numbers[] = {GIVEN_HEAPS + 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};

	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		claimed = numbers[i];
		where("heaps", claimed);
		ck_assert_int_eq(run_program(), 1);
		ck_assert_output("Another component created a heap between calls. "
				 "Please try again.\n");
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	const DWORD known = give_heaps(GIVEN_HEAPS, room, heaps);

	return room ? claimed : known;
}
