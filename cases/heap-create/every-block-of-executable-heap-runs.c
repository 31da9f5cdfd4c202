/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Multiples of 4, as the address of a function has to be on ARM64. */
static const SIZE_T sizes[] = {100, 2 << 20};

CASE("HCR-31", "code runs at the start and the end of small and large blocks of an executable heap")
{
	const HANDLE heap = HeapCreate(HEAP_CREATE_ENABLE_EXECUTE, 0, 0);

	/* A policy against dynamic code may forbid it. */
	if (!heap)
		skip("executable heaps are refused here");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		unsigned char *const block = make_block(heap, sizes[i]);

		where("size", sizes[i]);
		ck_assert_int_eq(make_function(block)(), 42);
		ck_assert_int_eq(make_function(block + sizes[i] - FUNCTION_ROOM)(), 42);
	}
}
