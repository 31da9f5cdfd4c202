/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE *doomed;
static DWORD doomed_count, expected, total;
static struct heap_list stored;

PROGRAM_CASE("REF-20", "heaps destroyed between the calls: lists those that are left, and succeeds")
{
	static const DWORD numbers[] = {1, 2, 20};
	const struct listed_heaps *listed;

	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		where("heaps destroyed", numbers[i]);
		runs (5) {
			doomed_count = numbers[i];
			doomed = create_heaps(doomed_count);
			const int status = run_program();

			if (total >= expected)
				void_run();
			ck_assert_listing(listed);
			ck_assert_uint_eq(listed->number, total);
			ck_assert_listed(listed, stored.heaps, stored.count);
			ck_assert_int_eq(status, 0);
		}
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	if (room == 0)
		return expected = REAL(GetProcessHeaps)(room, heaps);
	while (doomed_count > 0)
		destroy_heap(doomed[--doomed_count]);
	total = REAL(GetProcessHeaps)(room, heaps);
	keep_list(&stored, total, room, heaps);
	return total;
}
