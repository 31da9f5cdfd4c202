/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, sum_) #a_ ", " #b_, a_, b_, S_OK, sum_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	ULONGLONG a, b;
	HRESULT status;
	ULONGLONG sum;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(0xFFFFFFFF, 1, 0x100000000)},
    {FITS(UINT64_MAX, 0, UINT64_MAX)},
    {FITS(UINT64_MAX - 1, 1, UINT64_MAX)},
    {OVERFLOWS(UINT64_MAX, 1)},
    {OVERFLOWS(1, UINT64_MAX)},
    {OVERFLOWS(0x8000000000000000, 0x8000000000000000)},
    {OVERFLOWS(UINT64_MAX, UINT64_MAX)},
};

CASE("SAF-14", "ULongLongAdd carries into bit 32 and notices the carry out of bit 63")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		ULONGLONG sum = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(ULongLongAdd(rows[i].a, rows[i].b, &sum), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(sum, rows[i].sum);
	}
}
