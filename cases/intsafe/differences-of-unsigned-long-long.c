/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, difference_) #a_ ", " #b_, a_, b_, S_OK, difference_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	ULONGLONG a, b;
	HRESULT status;
	ULONGLONG difference;
} rows[] = {
    {FITS(0, 0, 0)},
    {FITS(0x100000000, 1, 0xFFFFFFFF)},
    {FITS(UINT64_MAX, UINT64_MAX, 0)},
    {FITS(UINT64_MAX, 1, UINT64_MAX - 1)},
    {OVERFLOWS(0, 1)},
    {OVERFLOWS(0xFFFFFFFF, 0x100000000)},
    {OVERFLOWS(0, UINT64_MAX)},
    {OVERFLOWS(UINT64_MAX - 1, UINT64_MAX)},
};

CASE("SAF-14", "ULongLongSub borrows from bit 32 and notices the borrow below zero")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		ULONGLONG difference = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(ULongLongSub(rows[i].a, rows[i].b, &difference),
				     rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(difference, rows[i].difference);
	}
}
