/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Volatile, or the compiler would compute the results. */
static volatile size_t most_size = SIZE_MAX;
static volatile ULONG most_ulong = 0xFFFFFFFF;
static volatile ULONGLONG most_ulonglong = UINT64_MAX;
static volatile LONG most_long = INT32_MAX;

CASE("SAF-04", "what an overflow leaves in the result is recorded")
{
	size_t size_product = 0xBAD, size_sum = 0xBAD;
	ULONG ulong_product = 0xBAD, ulong_difference = 0xBAD;
	ULONGLONG ulonglong_product = 0xBAD;
	LONG long_sum = 0xBAD;

	SizeTMult(most_size, most_size, &size_product);
	SizeTAdd(most_size, 1, &size_sum);
	ULongMult(most_ulong, most_ulong, &ulong_product);
	ULongSub(0, most_ulong, &ulong_difference);
	ULongLongMult(most_ulonglong, most_ulonglong, &ulonglong_product);
	LongAdd(most_long, 1, &long_sum);
	observe("stored by sizetmult", size_product);
	observe("stored by sizetadd", size_sum);
	observe("stored by ulongmult", ulong_product);
	observe("stored by ulongsub", ulong_difference);
	observe("stored by ulonglongmult", ulonglong_product);
	observe("stored by longadd", long_sum);
}
