/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HRA-09", "HeapReAlloc of NULL in place of a block leaves a valid heap valid")
{
	const HANDLE heap = create_heap(0, 0, 0);

	require(HeapValidate(heap, 0, NULL));
	require(!HeapReAlloc(heap, 0, NULL, 1));
	ck_assert(HeapValidate(heap, 0, NULL));
}
