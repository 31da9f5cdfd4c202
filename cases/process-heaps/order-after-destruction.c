/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-18", "reports whether heaps keep their order when one between them is destroyed")
{
	static struct heap_list before, after;
	const HANDLE *heaps = create_heaps(3);

	full_list(&before);
	destroy_heap(heaps[1]);
	full_list(&after);

	const BOOL was_first = position(&before, heaps[0]) < position(&before, heaps[2]);
	const BOOL is_first = position(&after, heaps[0]) < position(&after, heaps[2]);

	observe("order", was_first == is_first ? "kept" : "changed");
}
