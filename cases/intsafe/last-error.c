/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

/* Volatile, or the compiler would compute the results. */
static volatile size_t one = 1, most = SIZE_MAX;

CASE("SAF-24", "what SizeTMult does to the last error is recorded")
{
	size_t product;

	SetLastError(POISONED_ERROR);
	SizeTMult(one, most, &product);
	observe("last error after a product",
		GetLastError() == POISONED_ERROR ? "untouched" : "changed");
	SetLastError(POISONED_ERROR);
	SizeTMult(most, most, &product);
	observe("last error after an overflow",
		GetLastError() == POISONED_ERROR ? "untouched" : "changed");
}
