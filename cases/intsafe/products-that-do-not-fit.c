/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define ROW(a_, b_) #a_ ", " #b_, a_, b_
#define HALF_THE_BITS ((size_t)1 << sizeof(size_t) * 4)

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b;
} rows[] = {
    {ROW(2, SIZE_MAX / 2 + 1)},
    {ROW(SIZE_MAX / 2 + 1, 2)},
    {ROW(HALF_THE_BITS, HALF_THE_BITS)},
    /* what is left of this product is larger than either operand */
    {ROW(6, SIZE_MAX / 4)},
    {ROW(SIZE_MAX, 2)},
    {ROW(SIZE_MAX, SIZE_MAX)},
};

CASE("SAF-02", "SizeTMult returns INTSAFE_E_ARITHMETIC_OVERFLOW where the product does not fit")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t product;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(SizeTMult(rows[i].a, rows[i].b, &product),
				     INTSAFE_E_ARITHMETIC_OVERFLOW);
	}
}
