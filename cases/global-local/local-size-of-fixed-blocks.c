/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	SIZE_T asked, size;
} rows[] = {
    {0, 0},
    {12, 12},
    {0x20000, 0x20000},
};

CASE("GLB-10", "LocalSize of a fixed block is exact, and of one of no bytes 0")
{
	for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		where("asked for", rows[i].asked);
		const HLOCAL memory = LocalAlloc(LMEM_FIXED, rows[i].asked);

		require(memory != NULL);
		ck_assert_uint_eq(LocalSize(memory), rows[i].size);
		require(!LocalFree(memory));
	}
}
