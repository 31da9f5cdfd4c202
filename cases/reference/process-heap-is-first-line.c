/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE process_heap;
static struct heap_list stored;

PROGRAM_CASE("REF-08", "the first address is the default heap's where slot 0 holds that heap")
{
	const struct listed_heaps *listed;

	create_heaps(3);
	runs (5) {
		run_program();
		if (heap_appeared())
			void_run();
		if (stored.count == 0 || stored.heaps[0] != process_heap)
			skip("slot 0 does not hold the default heap here");
		ck_assert_listing(listed);
		ck_assert_ptr_eq(listed->addresses[0], process_heap);
	}
}

FAULT(HANDLE, GetProcessHeap, (void))
{
	const HANDLE heap = REAL(GetProcessHeap)();

	if (in_program())
		process_heap = heap;
	return heap;
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	const DWORD total = REAL(GetProcessHeaps)(room, heaps);

	keep_list(&stored, total, room, heaps);
	return total;
}
