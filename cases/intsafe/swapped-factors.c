/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define ROW(a_, b_) #a_ ", " #b_, a_, b_

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	size_t a, b;
} rows[] = {
    {ROW(0, SIZE_MAX)},         {ROW(1, SIZE_MAX)},     {ROW(2, SIZE_MAX / 2)},
    {ROW(2, SIZE_MAX / 2 + 1)}, {ROW(3, SIZE_MAX - 3)}, {ROW(6, SIZE_MAX / 4)},
    {ROW(0xFFFF, 0x10001)},
};

CASE("SAF-22", "SizeTMult gives the same status and product with its operands swapped")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		size_t product = 0xBAD, swapped = 0xBADBAD;
		HRESULT status;

		where("operands", rows[i].operands);
		status = SizeTMult(rows[i].a, rows[i].b, &product);
		ck_assert_hresult_eq(SizeTMult(rows[i].b, rows[i].a, &swapped), status);
		if (status == S_OK)
			ck_assert_uint_eq(swapped, product);
	}
}
