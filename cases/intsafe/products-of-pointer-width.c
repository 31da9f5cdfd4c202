/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(a_, b_, product_) #a_ ", " #b_, a_, b_, S_OK, product_
#define OVERFLOWS(a_, b_) #a_ ", " #b_, a_, b_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *operands;
	UINT_PTR a, b;
	HRESULT status;
	UINT_PTR product;
} rows[] = {
    {FITS(0, UINTPTR_MAX, 0)},
    {FITS(UINTPTR_MAX, 0, 0)},
    {FITS(2, UINTPTR_MAX / 2, UINTPTR_MAX - 1)},
    {FITS(UINTPTR_MAX / 2, 2, UINTPTR_MAX - 1)},
    {OVERFLOWS(2, UINTPTR_MAX / 2 + 1)},
    /* what is left of this product is larger than either operand */
    {OVERFLOWS(6, UINTPTR_MAX / 4)},
#ifdef _WIN64
    {FITS(0x40000000, 4, 0x100000000)},
#else
    {OVERFLOWS(0x40000000, 4)},
#endif
};

CASE("SAF-17", "UIntPtrMult, ULongPtrMult and DWordPtrMult have the limit of a pointer's width")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		UINT_PTR uint_ptr = 0xBAD;
		ULONG_PTR ulong_ptr = 0xBAD;
		DWORD_PTR dword_ptr = 0xBAD;

		where("operands", rows[i].operands);
		ck_assert_hresult_eq(UIntPtrMult(rows[i].a, rows[i].b, &uint_ptr), rows[i].status);
		ck_assert_hresult_eq(ULongPtrMult(rows[i].a, rows[i].b, &ulong_ptr),
				     rows[i].status);
		ck_assert_hresult_eq(DWordPtrMult(rows[i].a, rows[i].b, &dword_ptr),
				     rows[i].status);
		if (rows[i].status != S_OK)
			continue;
		ck_assert_uint_eq(uint_ptr, rows[i].product);
		ck_assert_uint_eq(ulong_ptr, rows[i].product);
		ck_assert_uint_eq(dword_ptr, rows[i].product);
	}
}
