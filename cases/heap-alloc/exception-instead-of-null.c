/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HAL-09", "HEAP_GENERATE_EXCEPTIONS: a request that cannot be met raises an exception")
{
	const HANDLE heap = create_heap(0, 0x30000, 0x40000);

	pass_on_exception(is_out_of_memory);
	/* A block means that the limit of the heap is not kept, which is another requirement's. */
	require(!HeapAlloc(heap, HEAP_GENERATE_EXCEPTIONS, 0x60000));
	ck_abort_msg("HeapAlloc returned NULL");
}
