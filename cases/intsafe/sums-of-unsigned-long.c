/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, sum_) #a_ ", " #b_, a_, b_, S_OK, sum_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	ULONG a, b;
	HRESULT status;
	ULONG sum;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(2, 3, 5)},
    {FITS(0xFFFFFFFF, 0, 0xFFFFFFFF)},
    {FITS(0xFFFFFFFE, 1, 0xFFFFFFFF)},
    {OVERFLOWS(0xFFFFFFFF, 1)},
    {OVERFLOWS(1, 0xFFFFFFFF)},
    {OVERFLOWS(0x80000000, 0x80000000)},
    {OVERFLOWS(0xFFFFFFFF, 0xFFFFFFFF)},
};

CASE("SAF-11", "ULongAdd gives the exact sum, or the overflow code where it needs 33 bits")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		ULONG sum = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(ULongAdd(rows[i].a, rows[i].b, &sum), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(sum, rows[i].sum);
	}
}
