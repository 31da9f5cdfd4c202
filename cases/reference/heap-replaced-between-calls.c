/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE first, second;
static DWORD expected, total;

PROGRAM_CASE("REF-23", "a heap replaced between the calls: lists the new one, and succeeds")
{
	const struct listed_heaps *listed;

	runs (5) {
		DWORD lines = 0;

		first = create_heap(0, 0, 0);
		second = NULL;
		const int status = run_program();

		if (total != expected)
			void_run();
		ck_assert_listing(listed);
		ck_assert_uint_eq(listed->number, total);
		for (DWORD i = 0; i < listed->lines; i++)
			lines += listed->addresses[i] == (ULONG_PTR)second;
		ck_assert_uint_eq(lines, 1);
		ck_assert_int_eq(status, 0);
	}
}

/* The new heap is made first: it cannot take the address of the other one. */
FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	if (room == 0)
		return expected = REAL(GetProcessHeaps)(room, heaps);
	if (second == NULL) {
		second = create_heap(0, 0, 0);
		destroy_heap(first);
	}
	return total = REAL(GetProcessHeaps)(room, heaps);
}
