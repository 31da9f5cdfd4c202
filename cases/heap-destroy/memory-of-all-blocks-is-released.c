/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { TRIES = 5, SMALL = 100, LARGE = 2 << 20 };

static DWORD state_at(const void *address)
{
	MEMORY_BASIC_INFORMATION region;

	require(VirtualQuery(address, &region, sizeof region));
	return region.State;
}

CASE("HDS-02", "the memory of small and large blocks is unreserved when their heap is destroyed")
{
	DWORD at_small = 0, at_large = 0;

	/* Another thread may take the addresses at once, but not five times in a row. */
	for (int i = 0; i < TRIES && (at_small != MEM_FREE || at_large != MEM_FREE); i++) {
		const HANDLE heap = create_heap(0, 0, 0);
		const void *const small_block = make_block(heap, SMALL);
		const void *const large_block = make_block(heap, LARGE);

		destroy_heap(heap);
		at_small = state_at(small_block);
		at_large = state_at(large_block);
	}
	ck_assert_uint_eq(at_small, MEM_FREE);
	ck_assert_uint_eq(at_large, MEM_FREE);
}
