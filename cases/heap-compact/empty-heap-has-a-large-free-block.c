/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { INITIAL = 0x30000, MAXIMUM = 0x40000 };

CASE("HCP-01",
     "HeapCompact of an empty heap returns the size of a free block, less than the whole heap")
{
	judged_without_debugger();

	const SIZE_T largest = HeapCompact(create_heap(0, INITIAL, MAXIMUM), 0);

	ck_assert_uint_gt(largest, 0);
	ck_assert_uint_lt(largest, MAXIMUM);
}
