/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, product_) #a_ ", " #b_, a_, b_, S_OK, product_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	LONG a, b;
	HRESULT status;
	LONG product;
} rows[] = {
    {FITS(0, INT32_MIN, 0)},           {FITS(-2, 3, -6)},
    {FITS(INT32_MAX, -1, -INT32_MAX)}, {FITS(1, INT32_MIN, INT32_MIN)},
    {FITS(65536, -32768, INT32_MIN)},  {FITS(46340, 46340, 2147395600)},
    {OVERFLOWS(INT32_MIN, -1)},        {OVERFLOWS(-1, INT32_MIN)},
    {OVERFLOWS(INT32_MAX, 2)},         {OVERFLOWS(INT32_MIN, 2)},
    {OVERFLOWS(65536, 32768)},         {OVERFLOWS(46341, 46341)},
    {OVERFLOWS(46341, -46341)},        {OVERFLOWS(INT32_MIN, INT32_MIN)},
};

CASE("SAF-18", "LongMult notices a product above the largest value and one below the smallest")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		LONG product = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(LongMult(rows[i].a, rows[i].b, &product), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_int_eq(product, rows[i].product);
	}
}
