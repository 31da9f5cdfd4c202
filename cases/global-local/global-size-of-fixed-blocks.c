/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	SIZE_T asked, size;
} rows[] = {
    {0, 1},
    {12, 12},
    {0x20000, 0x20000},
};

CASE("GLB-10", "GlobalSize of a fixed block is exact, and of one of no bytes 1")
{
	for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		where("asked for", rows[i].asked);
		const HGLOBAL memory = GlobalAlloc(GMEM_FIXED, rows[i].asked);

		require(memory != NULL);
		ck_assert_uint_eq(GlobalSize(memory), rows[i].size);
		require(!GlobalFree(memory));
	}
}
