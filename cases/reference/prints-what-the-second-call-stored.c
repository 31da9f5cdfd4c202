/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static struct heap_list stored;

PROGRAM_CASE("REF-02 REF-09",
	     "real heaps: the number and the addresses are those that the second call stored")
{
	const struct listed_heaps *listed;

	create_heaps(3);
	runs (5) {
		run_program();
		if (heap_appeared())
			void_run();
		ck_assert_listing(listed);
		ck_assert_listed(listed, stored.heaps, stored.count);
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	const DWORD total = REAL(GetProcessHeaps)(room, heaps);

	keep_list(&stored, total, room, heaps);
	return total;
}
