/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD to_create, expected, total;

PROGRAM_CASE("REF-18 REF-05 REF-29", "heaps created between the calls: asks to try again and fails")
{
	static const DWORD numbers[] = {1, 2, 20};

	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		to_create = numbers[i];
		where("heaps created", to_create);
		runs (5) {
			const int status = run_program();

			if (total <= expected)
				void_run();
			ck_assert_output("Another component created a heap between calls. "
					 "Please try again.\n");
			ck_assert_int_eq(status, 1);
		}
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	if (room == 0)
		return expected = REAL(GetProcessHeaps)(room, heaps);
	create_heaps(to_create);
	return total = REAL(GetProcessHeaps)(room, heaps);
}
