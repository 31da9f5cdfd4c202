/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {1, 0x20, 0x400, 0x8000, 0x100000};

CASE("GLB-01", "HeapValidate takes a fixed Global block for a block of the default heap")
{
	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		void *const block = GlobalAlloc(GMEM_FIXED, sizes[i]);

		require(block != NULL);
		ck_assert(HeapValidate(GetProcessHeap(), 0, block));
		require(!GlobalFree(block));
	}
}
