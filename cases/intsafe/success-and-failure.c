/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Volatile, or the compiler would compute the results. */
static volatile size_t two = 2, half = SIZE_MAX / 2;

CASE("SAF-25", "SUCCEEDED holds for a product that fits, FAILED for one that does not")
{
	size_t product;
	HRESULT status = SizeTMult(two, half, &product);

	ck_assert_hresult_eq(status, S_OK);
	ck_assert(SUCCEEDED(status));
	status = SizeTMult(two, half + 1, &product);
	ck_assert(FAILED(status));
	ck_assert_int_ne(status, S_OK);
}
