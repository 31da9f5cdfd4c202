/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Volatile, or the compiler would compute the results. */
static volatile ULONGLONG two_to_32 = 0x100000000, below_two_to_32 = 0xFFFFFFFF;

CASE("SAF-13", "what ULongLongMult makes of 2^32 times 2^32 - 1 and 2^32 times 2^32 is recorded")
{
	ULONGLONG product = 0xBAD;
	HRESULT status = ULongLongMult(two_to_32, below_two_to_32, &product);

	observe("status of the one that fits", status);
	observe("product of the one that fits", product);
	status = ULongLongMult(two_to_32, two_to_32, &product);
	observe("status of the one that needs 65 bits", status);
}
