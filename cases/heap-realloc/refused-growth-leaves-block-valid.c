/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Apart from what else holds after a failure: not every implementation has HeapValidate. */
static const DWORD flags[] = {0, HEAP_REALLOC_IN_PLACE_ONLY};

CASE("HRA-06 HRA-07", "HeapValidate finds nothing wrong with a block whose growth was refused")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, 100);

	for (unsigned i = 0; i < sizeof flags / sizeof flags[0]; i++) {
		where("flags", flags[i]);
		require(!HeapReAlloc(heap, flags[i], block, ~(SIZE_T)7));
		ck_assert(HeapValidate(heap, 0, block));
	}
}
