/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HVL-04", "a block that was freed is not found valid")
{
	/* A heap that is being debugged stops the process at what is not valid. */
	need_no_debugger();

	/* The only block there ever was: its memory stays, and nobody else takes it. */
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, 100);

	require(HeapFree(heap, 0, block));
	ck_assert_int_eq(HeapValidate(heap, 0, block), FALSE);
}
