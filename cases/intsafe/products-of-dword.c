/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, product_) #a_ ", " #b_, a_, b_, S_OK, product_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	DWORD a, b;
	HRESULT status;
	DWORD product;
} rows[] = {
    {FITS(0, 0xFFFFFFFF, 0)},
    {FITS(0xFFFFFFFF, 0, 0)},
    {FITS(1, 0xFFFFFFFF, 0xFFFFFFFF)},
    {FITS(0x3FFFFFFF, 4, 0xFFFFFFFC)},
    {FITS(0xFFFF, 0x10001, 0xFFFFFFFF)},
    {OVERFLOWS(0x40000000, 4)},
    {OVERFLOWS(4, 0x40000000)},
    {OVERFLOWS(0x10000, 0x10000)},
    {OVERFLOWS(6, 0x3FFFFFFF)},
    {OVERFLOWS(0xFFFFFFFF, 0xFFFFFFFF)},
};

CASE("SAF-10",
     "DWordMult, an alias of ULongMult, accepts 0x3FFFFFFF times 4 and not 0x40000000 times 4")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		DWORD product = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(DWordMult(rows[i].a, rows[i].b, &product), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(product, rows[i].product);
	}
}
