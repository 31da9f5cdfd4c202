/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, product_) #a_ ", " #b_, a_, b_, S_OK, product_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b;
	HRESULT status;
	size_t product;
} rows[] = {
    {FITS(0x3FFFFFFF, 4, 0xFFFFFFFC)},
    {OVERFLOWS(0x40000000, 4)},
    {FITS(0x10000, 0xFFFF, 0xFFFF0000)},
    {OVERFLOWS(0x10000, 0x10000)},
};

CASE("SAF-05", "in a 32-bit build SizeTMult accepts 0x3FFFFFFF times 4 and not 0x40000000 times 4")
{
	if (sizeof(size_t) != 4)
		skip("this is a 64-bit build");
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t product = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(SizeTMult(rows[i].a, rows[i].b, &product), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(product, rows[i].product);
	}
}
