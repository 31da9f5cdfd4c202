/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-02", "three new heaps have three handles, none of them that of the default heap")
{
	HANDLE heaps[4] = {GetProcessHeap()};

	for (int i = 1; i < 4; i++)
		heaps[i] = create_heap(0, 0, 0);
	ck_assert_distinct(heaps, 4);
}
