/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 100, BLOCK_SIZE = 0x60000 };

static const char *const names[] = {"segment 2", "segment 3", "segment 4", "segment 5",
				    "segment 6", "segment 7", "segment 8", "segment 9"};

enum { ROOM = sizeof names / sizeof names[0] };

static const char *name_of(DWORD state)
{
	if (state == MEM_COMMIT)
		return "committed";
	return state == MEM_RESERVE ? "reserved" : "free";
}

CASE("HCR-32", "how much a growable heap reserves, at first and in later segments, is recorded")
{
	static const void *known[1 + ROOM];
	MEMORY_BASIC_INFORMATION region;
	HANDLE heap;
	int segments = 1;

	judged_with_memory((SIZE_T)BLOCKS * BLOCK_SIZE);
	heap = create_heap(0, 0, 0);
	require(VirtualQuery(heap, &region, sizeof region));
	known[0] = region.AllocationBase;
	observe("state at the handle", name_of(region.State));
	observe("segment 1", reservation_size(heap));
	for (int i = 0; i < BLOCKS; i++) {
		void *const block = make_block(heap, BLOCK_SIZE);
		int k = 0;

		require(VirtualQuery(block, &region, sizeof region));
		while (k < segments && known[k] != region.AllocationBase)
			k++;
		if (k < segments || segments > ROOM)
			continue;
		known[segments] = region.AllocationBase;
		observe(names[segments - 1], reservation_size(block));
		segments++;
	}
}
