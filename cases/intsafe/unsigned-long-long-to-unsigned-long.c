/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define FITS(value_, result_) #value_, value_, S_OK, result_
#define OVERFLOWS(value_) #value_, value_, INTSAFE_E_ARITHMETIC_OVERFLOW, 0

/* Volatile, or the compiler would compute the results. */
static const volatile struct {
	const char *text;
	ULONGLONG value;
	HRESULT status;
	ULONG result;
} rows[] = {
    {FITS(0, 0)},
    {FITS(0x80000000, 0x80000000)},
    {FITS(0xFFFFFFFF, 0xFFFFFFFF)},
    {OVERFLOWS(0x100000000)},
    {OVERFLOWS(0x8000000000000000)},
    {OVERFLOWS(UINT64_MAX)},
};

CASE("SAF-15", "ULongLongToULong converts values up to 0xFFFFFFFF and no larger one")
{
	for (size_t i = 0; i < ARRAYSIZE(rows); i++) {
		ULONG result = 0xBAD;

		where("value", rows[i].text);
		ck_assert_hresult_eq(ULongLongToULong(rows[i].value, &result), rows[i].status);
		if (rows[i].status == S_OK)
			ck_assert_uint_eq(result, rows[i].result);
	}
}
