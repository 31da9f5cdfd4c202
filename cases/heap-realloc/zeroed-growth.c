/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { NEIGHBOUR = 1, OLD = 2 };

/* So that a byte that was not zeroed shows, wherever the heap takes it from. */
static void leave_dirt(HANDLE heap)
{
	enum { BYTES = 0x10000 };
	void *const block = make_block(heap, BYTES);

	fill_bytes(block, BYTES, 0xDD);
	require(HeapFree(heap, 0, block));
}

static void *make_neighbour(HANDLE heap, SIZE_T size)
{
	void *const neighbour = make_block(heap, size);

	fill_pattern(neighbour, size, NEIGHBOUR);
	return neighbour;
}

static void check_growth(HANDLE heap, SIZE_T size, SIZE_T added, BOOL has_room_behind)
{
	void *const before = make_neighbour(heap, size);
	unsigned char *block = make_block(heap, size);
	void *const behind = has_room_behind ? NULL : make_neighbour(heap, size);

	fill_pattern(block, size, OLD);
	block = HeapReAlloc(heap, HEAP_ZERO_MEMORY, block, size + added);
	require(block != NULL);
	ck_assert_pattern(block, size, OLD);
	ck_assert_bytes(block + size, added, 0);
	ck_assert_pattern(before, size, NEIGHBOUR);
	if (behind)
		ck_assert_pattern(behind, size, NEIGHBOUR);

	require(HeapFree(heap, 0, before) && HeapFree(heap, 0, block));
	require(!behind || HeapFree(heap, 0, behind));
}

CASE("HRA-03", "growth with HEAP_ZERO_MEMORY zeroes every added byte and no other")
{
	const HANDLE heap = create_heap(0, 0, 0);

	leave_dirt(heap);
	for (SIZE_T size = 1; size <= 200; size++) {
		where("old size", size);
		check_growth(heap, size, 37, TRUE);
		check_growth(heap, size, 37, FALSE);
	}
	where("old size", 16);
	check_growth(heap, 16, 4096 - 16, TRUE);
	check_growth(heap, 16, 4096 - 16, FALSE);
}
