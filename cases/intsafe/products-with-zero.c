/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define ROW(a_, b_) #a_ ", " #b_, a_, b_

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b;
} rows[] = {
    {ROW(0, 0)}, {ROW(0, 1)}, {ROW(1, 0)}, {ROW(0, SIZE_MAX)}, {ROW(SIZE_MAX, 0)},
};

CASE("SAF-21", "SizeTMult of zero and any number is zero and no overflow")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t product = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(SizeTMult(rows[i].a, rows[i].b, &product), S_OK);
		ck_assert_uint_eq(product, 0);
	}
}
