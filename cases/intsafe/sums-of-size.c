/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, sum_) #a_ ", " #b_, a_, b_, S_OK, sum_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b;
	HRESULT status;
	size_t sum;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(2, 3, 5)},
    {FITS(SIZE_MAX, 0, SIZE_MAX)},
    {FITS(SIZE_MAX - 1, 1, SIZE_MAX)},
    {FITS(SIZE_MAX / 2, SIZE_MAX / 2 + 1, SIZE_MAX)},
    {OVERFLOWS(SIZE_MAX, 1)},
    {OVERFLOWS(1, SIZE_MAX)},
    {OVERFLOWS(SIZE_MAX, SIZE_MAX)},
    {OVERFLOWS(SIZE_MAX / 2 + 1, SIZE_MAX / 2 + 1)},
};

CASE("SAF-07", "SizeTAdd gives the exact sum, or the overflow code where it does not fit")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t sum = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(SizeTAdd(rows[i].a, rows[i].b, &sum), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(sum, rows[i].sum);
	}
}
