/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, difference_) #a_ ", " #b_, a_, b_, S_OK, difference_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	ULONG a, b;
	HRESULT status;
	ULONG difference;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(5, 3, 2)},
    {FITS(0xFFFFFFFF, 0xFFFFFFFF, 0)},
    {FITS(0xFFFFFFFF, 1, 0xFFFFFFFE)},
    {OVERFLOWS(0, 1)},
    {OVERFLOWS(0, 0xFFFFFFFF)},
    {OVERFLOWS(0xFFFFFFFE, 0xFFFFFFFF)},
    {OVERFLOWS(1, 0x80000001)},
};

CASE("SAF-12",
     "ULongSub gives the exact difference, or the overflow code where it would be negative")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		ULONG difference = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(ULongSub(rows[i].a, rows[i].b, &difference), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(difference, rows[i].difference);
	}
}
