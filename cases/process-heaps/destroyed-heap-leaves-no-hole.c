/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-14", "a destroyed heap is not in the list, and no slot is left empty in its place")
{
	static struct heap_list after;

	attempt (list) {
		const HANDLE *heaps = create_heaps(3);

		destroy_heap(heaps[1]);
		full_list(&after);
		ck_assert_uint_eq(hits(&after, heaps[0]), 1);
		ck_assert_uint_eq(hits(&after, heaps[1]), 0);
		ck_assert_uint_eq(hits(&after, heaps[2]), 1);
		ck_assert_stored(after.heaps, after.count);
		for (DWORD i = 0; i < after.count; i++) {
			where("slot", i);
			ck_assert_ptr_nonnull(after.heaps[i]);
		}
	}
}
