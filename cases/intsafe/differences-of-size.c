/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, difference_) #a_ ", " #b_, a_, b_, S_OK, difference_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b;
	HRESULT status;
	size_t difference;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(5, 3, 2)},
    {FITS(SIZE_MAX, 0, SIZE_MAX)},
    {FITS(SIZE_MAX, SIZE_MAX, 0)},
    {FITS(SIZE_MAX, SIZE_MAX - 1, 1)},
    {OVERFLOWS(0, 1)},
    {OVERFLOWS(0, SIZE_MAX)},
    {OVERFLOWS(SIZE_MAX - 1, SIZE_MAX)},
    {OVERFLOWS(1, SIZE_MAX / 2 + 2)},
};

CASE("SAF-08",
     "SizeTSub gives the exact difference, or the overflow code where it would be negative")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t difference = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(SizeTSub(rows[i].a, rows[i].b, &difference), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(difference, rows[i].difference);
	}
}
