/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-46", "reports whether lists keep their order while nothing is created or destroyed")
{
	enum { CALLS = 100 };
	static struct heap_list again;
	static DWORD same;

	create_heaps(3);
	attempt (list) {
		same = 0;
		for (DWORD call = 0; call < CALLS; call++) {
			DWORD i = 0;

			full_list(&again);
			while (i < list->count && again.heaps[i] == list->heaps[i])
				i++;
			same += i == list->count;
		}
	}
	observe("lists", CALLS);
	observe("in the same order", same);
}
