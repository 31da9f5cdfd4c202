/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { MEMORIES = 40, ROUNDS = 5 };

static const SIZE_T sizes[] = {1, 12, 100, 1000, 5000, 20000, 60000, 200000, 600000, 0x200000};
static void *memories[MEMORIES];

static BOOL is_local(int i)
{
	return i % 4 >= 2;
}

static void *allocate(int i)
{
	const UINT flags = i % 2 ? GMEM_MOVEABLE : GMEM_FIXED;

	return is_local(i) ? LocalAlloc(flags, sizes[i / 4]) : GlobalAlloc(flags, sizes[i / 4]);
}

static const void *reservation(const void *address)
{
	MEMORY_BASIC_INFORMATION place;

	if (!VirtualQuery(address, &place, sizeof place) || place.State == MEM_FREE)
		return NULL;
	return place.AllocationBase;
}

/*
 * No attempt(): to it a heap made here would be a stranger's. What tells them apart is that the
 * heap holds the memory, or that one comes every time.
 */
CASE("GLB-07", "GlobalAlloc and LocalAlloc make no heap for the memory they give")
{
	static struct heap_list before, after;
	DWORD new_heaps = 1;

	for (int round = 1; new_heaps && round <= ROUNDS; round++) {
		before = *stable_list();
		for (int i = 0; i < MEMORIES; i++)
			require((memories[i] = allocate(i)) != NULL);
		full_list(&after);
		new_heaps = 0;
		for (DWORD slot = 0; slot < after.count; slot++) {
			const HANDLE heap = after.heaps[slot];

			if (hits(&before, heap))
				continue;
			new_heaps++;
			where("new heap", heap);
			for (int i = 0; reservation(heap) && i < MEMORIES; i++)
				ck_assert_ptr_ne(reservation(memories[i]), reservation(heap));
		}
		for (int i = 0; i < MEMORIES; i++)
			require(!(is_local(i) ? LocalFree(memories[i]) : GlobalFree(memories[i])));
	}
	ck_assert_uint_eq(new_heaps, 0);
}
