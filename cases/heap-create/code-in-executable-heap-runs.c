/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-15", "a function written into a block of an executable heap runs and returns its value")
{
	const HANDLE heap = HeapCreate(HEAP_CREATE_ENABLE_EXECUTE, 0, 0);

	/* A policy against dynamic code may forbid it. */
	if (!heap)
		skip("executable heaps are refused here");
	ck_assert_int_eq(make_function(make_block(heap, 100))(), 42);
}
