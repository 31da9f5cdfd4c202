/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, difference_) #a_ ", " #b_, a_, b_, S_OK, difference_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	LONG a, b;
	HRESULT status;
	LONG difference;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(2, 3, -1)},
    {FITS(INT32_MAX, 0, INT32_MAX)},
    {FITS(-1, INT32_MIN, INT32_MAX)},
    {FITS(-1, INT32_MAX, INT32_MIN)},
    {FITS(INT32_MIN, INT32_MIN, 0)},
    {OVERFLOWS(INT32_MIN, 1)},
    {OVERFLOWS(INT32_MIN, INT32_MAX)},
    {OVERFLOWS(-2, INT32_MAX)},
    {OVERFLOWS(0, INT32_MIN)},
    {OVERFLOWS(INT32_MAX, -1)},
    {OVERFLOWS(INT32_MAX, INT32_MIN)},
};

CASE("SAF-18", "LongSub notices a difference above the largest value and one below the smallest")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		LONG difference = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(LongSub(rows[i].a, rows[i].b, &difference), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_int_eq(difference, rows[i].difference);
	}
}
