/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-19", "asked for one handle while there are more, the function stores the process heap")
{
	static HANDLE slots[1];

	create_heaps(3);
	poison(slots);
	GetProcessHeaps(1, slots);
	if (slots[0] != GetProcessHeap())
		skip_from_build(26100);
	ck_assert_stored(slots, 1);
	ck_assert_ptr_eq(slots[0], GetProcessHeap());
}
