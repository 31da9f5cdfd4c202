/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

CASE("HVL-03", "HeapValidate does not set the last error for a block that was freed")
{
	/* A heap that is being debugged stops the process at what is not valid. */
	need_no_debugger();

	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, 100);

	require(HeapFree(heap, 0, block));
	SetLastError(POISONED_ERROR);
	HeapValidate(heap, 0, block);
	ck_assert_error_eq(GetLastError(), POISONED_ERROR);
}
