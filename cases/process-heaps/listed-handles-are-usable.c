/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void use(HANDLE heap)
{
	enum { SIZE = 100 };
	unsigned char *const block = HeapAlloc(heap, 0, SIZE);

	ck_assert_ptr_nonnull(block);
	ck_assert_uint_eq(HeapSize(heap, 0, block), SIZE);
	for (DWORD i = 0; i < SIZE; i++)
		block[i] = (unsigned char)i;
	ck_assert(HeapFree(heap, 0, block));
}

CASE("GPH-45", "handles of own heaps and of the process heap are usable as they stand in the list")
{
	static struct heap_list list;
	const HANDLE known[] = {create_heap(0, 0, 0), GetProcessHeap()};

	full_list(&list);
	for (DWORD i = 0; i < 2; i++) {
		const DWORD slot = position(&list, known[i]);

		where("heap", i ? "process heap" : "own heap");
		ck_assert_uint_lt(slot, list.count);
		use(list.heaps[slot]);
	}
}
