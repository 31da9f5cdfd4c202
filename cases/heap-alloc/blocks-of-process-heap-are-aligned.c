/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* As many blocks alive at once lie in different places. */
enum { LARGEST = 4096, ALIVE = 16 };

CASE("HAL-02", "every block of 0 to 4,096 bytes of the process heap has the documented alignment")
{
	static void *blocks[ALIVE];

	for (SIZE_T size = 0; size <= LARGEST; size++) {
		void **const block = &blocks[size % ALIVE];

		where("size", size);
		if (*block)
			require(HeapFree(GetProcessHeap(), 0, *block));
		*block = make_block(GetProcessHeap(), size);
		ck_assert_uint_eq((ULONG_PTR)*block % MEMORY_ALLOCATION_ALIGNMENT, 0);
	}
}
