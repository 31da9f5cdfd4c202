/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HFR-03", "freeing NULL succeeds even where NULL stands for the heap as well")
{
	ck_assert(HeapFree(NULL, 0, NULL));
}
