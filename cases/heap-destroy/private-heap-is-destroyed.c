/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HDS-01", "HeapDestroy returns nonzero for a private heap")
{
	ck_assert(HeapDestroy(create_heap(0, 0, 0)));
}
