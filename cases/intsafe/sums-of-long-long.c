/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, sum_) #a_ ", " #b_, a_, b_, S_OK, sum_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	LONGLONG a, b;
	HRESULT status;
	LONGLONG sum;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(-2, 3, 1)},
    {FITS(INT64_MAX, 0, INT64_MAX)},
    {FITS(INT64_MAX - 1, 1, INT64_MAX)},
    {FITS(INT64_MIN, 0, INT64_MIN)},
    {FITS(INT64_MIN + 1, -1, INT64_MIN)},
    {FITS(INT64_MIN, INT64_MAX, -1)},
    {OVERFLOWS(INT64_MAX, 1)},
    {OVERFLOWS(1, INT64_MAX)},
    {OVERFLOWS(INT64_MAX, INT64_MAX)},
    {OVERFLOWS(INT64_MIN, -1)},
    {OVERFLOWS(-1, INT64_MIN)},
    {OVERFLOWS(INT64_MIN, INT64_MIN)},
};

CASE("SAF-18", "LongLongAdd notices a sum above the largest value and one below the smallest")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		LONGLONG sum = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(LongLongAdd(rows[i].a, rows[i].b, &sum), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_int_eq(sum, rows[i].sum);
	}
}
