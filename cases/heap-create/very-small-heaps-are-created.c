/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {0x100, 0x1000, 0xFF00};

CASE("HCR-29", "fixed heaps of less than 64 KB are created, down to 256 bytes")
{
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		ck_assert_ptr_nonnull(HeapCreate(0, sizes[i], sizes[i]));
	}
}
