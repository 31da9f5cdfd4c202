/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {1, 12, 0x1000, 0x20000, 100000};

static void check_size(UINT flags, SIZE_T size)
{
	const HGLOBAL memory = GlobalAlloc(flags, size);

	require(memory != NULL);
	ck_assert_uint_ge(GlobalSize(memory), size);
	require(!GlobalFree(memory));
}

CASE("GLB-02", "GlobalSize of a fixed or movable block is at least the size asked for")
{
	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("fixed, size", sizes[i]);
		check_size(GMEM_FIXED, sizes[i]);
		where("movable, size", sizes[i]);
		check_size(GMEM_MOVEABLE, sizes[i]);
	}
}
