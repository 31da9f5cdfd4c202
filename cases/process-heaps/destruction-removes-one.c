/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void take_out(struct heap_list *list, HANDLE heap)
{
	const DWORD gap = position(list, heap);

	require(gap < list->count);
	list->heaps[gap] = list->heaps[--list->count];
}

CASE("GPH-43", "each heap destroyed takes its own handle out of the list and one off the total")
{
	static struct heap_list expected, after;

	attempt (list) {
		const HANDLE *heaps = create_heaps(3);

		full_list(&expected);
		for (DWORD i = 0; i < 3; i++) {
			where("destruction", i + 1);
			take_out(&expected, heaps[i]);
			destroy_heap(heaps[i]);
			full_list(&after);
			ck_assert_uint_eq(after.count, expected.count);
			ck_assert_same_heaps(&after, &expected);
		}
	}
}
