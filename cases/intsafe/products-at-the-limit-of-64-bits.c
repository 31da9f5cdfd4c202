/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, product_) #a_ ", " #b_, a_, b_, S_OK, product_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* A 32-bit build cuts it to 0 and skips the case. */
#define TWO_TO_32 ((size_t)0x100000000)

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b;
	HRESULT status;
	size_t product;
} rows[] = {
    {FITS(0x40000000, 4, TWO_TO_32)},
    {FITS(TWO_TO_32, 0xFFFFFFFF, (size_t)0xFFFFFFFF00000000)},
    {OVERFLOWS(TWO_TO_32, TWO_TO_32)},
};

CASE("SAF-06", "in a 64-bit build SizeTMult accepts 2^32 times 2^32 - 1 and not 2^32 times 2^32")
{
	if (sizeof(size_t) != 8)
		skip("this is a 32-bit build");
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t product = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(SizeTMult(rows[i].a, rows[i].b, &product), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(product, rows[i].product);
	}
}
