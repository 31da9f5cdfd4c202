/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Volatile, or the compiler would compute the results. */
static const volatile LONG fit[] = {0, 1, INT32_MAX};
static const volatile LONG negative[] = {-1, -2, INT32_MIN};

CASE("SAF-19", "IntToUInt, LongToULong and LongLongToULongLong refuse every negative value")
{
	UINT as_uint;
	ULONG as_ulong;
	ULONGLONG as_ulonglong;

	for (size_t i = 0; i < ARRAYSIZE(fit); i++) {
		where("value", fit[i]);
		ck_assert_hresult_eq(IntToUInt(fit[i], &as_uint), S_OK);
		ck_assert_uint_eq(as_uint, fit[i]);
		ck_assert_hresult_eq(LongToULong(fit[i], &as_ulong), S_OK);
		ck_assert_uint_eq(as_ulong, fit[i]);
		ck_assert_hresult_eq(LongLongToULongLong(fit[i], &as_ulonglong), S_OK);
		ck_assert_uint_eq(as_ulonglong, fit[i]);
	}
	for (size_t i = 0; i < ARRAYSIZE(negative); i++) {
		where("value", negative[i]);
		ck_assert_hresult_eq(IntToUInt(negative[i], &as_uint),
				     INTSAFE_E_ARITHMETIC_OVERFLOW);
		ck_assert_hresult_eq(LongToULong(negative[i], &as_ulong),
				     INTSAFE_E_ARITHMETIC_OVERFLOW);
		ck_assert_hresult_eq(LongLongToULongLong(negative[i], &as_ulonglong),
				     INTSAFE_E_ARITHMETIC_OVERFLOW);
	}
}
