/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, product_) #a_ ", " #b_, a_, b_, S_OK, product_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	LONGLONG a, b;
	HRESULT status;
	LONGLONG product;
} rows[] = {
    {FITS(0, INT64_MIN, 0)},
    {FITS(-2, 3, -6)},
    {FITS(INT64_MAX, -1, -INT64_MAX)},
    {FITS(1, INT64_MIN, INT64_MIN)},
    {FITS(0x100000000, -0x80000000ll, INT64_MIN)},
    {FITS(3037000499, 3037000499, 9223372030926249001)},
    {OVERFLOWS(INT64_MIN, -1)},
    {OVERFLOWS(-1, INT64_MIN)},
    {OVERFLOWS(INT64_MAX, 2)},
    {OVERFLOWS(INT64_MIN, 2)},
    {OVERFLOWS(0x100000000, 0x80000000)},
    {OVERFLOWS(3037000500, 3037000500)},
    {OVERFLOWS(3037000500, -3037000500)},
    {OVERFLOWS(INT64_MIN, INT64_MIN)},
};

CASE("SAF-18", "LongLongMult notices a product above the largest value and one below the smallest")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		LONGLONG product = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(LongLongMult(rows[i].a, rows[i].b, &product), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_int_eq(product, rows[i].product);
	}
}
