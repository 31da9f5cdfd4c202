/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define ROW(a_, b_, product_) #a_ ", " #b_, a_, b_, product_

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b, product;
} rows[] = {
    {ROW(0, SIZE_MAX, 0)},
    {ROW(1, SIZE_MAX, SIZE_MAX)},
    {ROW(SIZE_MAX, 1, SIZE_MAX)},
    {ROW(3, 5, 15)},
    {ROW(0xFFFF, 0x10001, 0xFFFFFFFF)},
    {ROW(2, SIZE_MAX / 2, SIZE_MAX - 1)},
    {ROW(SIZE_MAX / 2, 2, SIZE_MAX - 1)},
};

CASE("SAF-01", "SizeTMult gives S_OK and the exact product where the product fits")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t product = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(SizeTMult(rows[i].a, rows[i].b, &product), S_OK);
		ck_assert_uint_eq(product, rows[i].product);
	}
}
