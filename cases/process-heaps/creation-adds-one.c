/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-13", "each heap created adds one handle to the list, its own, and one to the total")
{
	static struct heap_list after, expected;

	for (DWORD creation = 1; creation <= 5; creation++) {
		where("creation", creation);
		attempt (list) {
			const HANDLE heap = create_heap(0, 0, 0);

			full_list(&after);
			ck_assert_uint_eq(after.count, list->count + 1);
			expected = *list;
			expected.heaps[expected.count++] = heap;
			ck_assert_same_heaps(&after, &expected);
		}
	}
}
