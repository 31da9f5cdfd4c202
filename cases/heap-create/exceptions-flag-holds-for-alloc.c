/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-13", "a heap made with HEAP_GENERATE_EXCEPTIONS raises one where HeapAlloc fails")
{
	const HANDLE heap = create_heap(HEAP_GENERATE_EXCEPTIONS, 0, 0);

	pass_on_exception(is_out_of_memory);
	HeapAlloc(heap, 0, ~(SIZE_T)0 - 0xFFFFF);
	ck_abort_msg("HeapAlloc returned");
}
