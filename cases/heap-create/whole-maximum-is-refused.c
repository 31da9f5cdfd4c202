/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { MAXIMUM = 0x8000 * sizeof(void *) };

CASE("HCR-06", "a block as large as the maximum of a fixed heap is refused")
{
	ck_assert_ptr_null(HeapAlloc(create_heap(0, MAXIMUM, MAXIMUM), 0, MAXIMUM));
}
