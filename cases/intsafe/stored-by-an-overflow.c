/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Volatile, or the compiler would compute the results. */
static volatile size_t one = 1, most = SIZE_MAX;
static volatile ULONG ulong_one = 1, ulong_most = 0xFFFFFFFF;
static volatile ULONGLONG ulonglong_most = UINT64_MAX;
static volatile LONG long_one = 1, long_most = INT32_MAX;

CASE("SAF-04", "what an overflow leaves in the result is recorded")
{
	size_t size = 0xBAD;
	ULONG ulong = 0xBAD;
	ULONGLONG ulonglong = 0xBAD;
	LONG slong = 0xBAD;

	SizeTMult(most, most, &size);
	observe("stored by sizetmult", size);
	size = 0xBAD;
	SizeTAdd(most, one, &size);
	observe("stored by sizetadd", size);
	ULongMult(ulong_most, ulong_most, &ulong);
	observe("stored by ulongmult", ulong);
	ulong = 0xBAD;
	ULongSub(0, ulong_one, &ulong);
	observe("stored by ulongsub", ulong);
	ULongLongMult(ulonglong_most, ulonglong_most, &ulonglong);
	observe("stored by ulonglongmult", ulonglong);
	LongAdd(long_most, long_one, &slong);
	observe("stored by longadd", slong);
}
