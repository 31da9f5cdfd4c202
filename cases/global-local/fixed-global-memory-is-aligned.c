/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* All alive at once: an address that comes back would show nothing. */
enum { BLOCKS = 65 };

CASE("GLB-09", "fixed Global memory of any size is aligned to 8 bytes on both widths")
{
	static void *blocks[BLOCKS];

	for (SIZE_T i = 0; i < BLOCKS; i++) {
		const SIZE_T size = i < 64 ? i + 1 : 100000;

		where("size", size);
		blocks[i] = GlobalAlloc(GMEM_FIXED, size);
		require(blocks[i] != NULL);
		ck_assert_uint_eq((ULONG_PTR)blocks[i] & 7, 0);
	}
	for (int i = 0; i < BLOCKS; i++)
		require(!GlobalFree(blocks[i]));
}
