/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { INITIAL = 0x30000, MAXIMUM = 0x40000, USED = 0x10000 };

CASE("HCP-01", "HeapCompact returns the size of a free block that fits beside the block in use")
{
	judged_without_debugger();

	const HANDLE heap = create_heap(0, INITIAL, MAXIMUM);

	make_block(heap, USED);

	const SIZE_T largest = HeapCompact(heap, 0);

	ck_assert_uint_gt(largest, 0);
	ck_assert_uint_le(largest, MAXIMUM - USED);
}
