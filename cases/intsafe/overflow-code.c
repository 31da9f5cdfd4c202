/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("SAF-03", "the number behind INTSAFE_E_ARITHMETIC_OVERFLOW is recorded")
{
	observe("overflow code", INTSAFE_E_ARITHMETIC_OVERFLOW);
	observe("win32 error in it", HRESULT_CODE(INTSAFE_E_ARITHMETIC_OVERFLOW));
	observe("facility in it", HRESULT_FACILITY(INTSAFE_E_ARITHMETIC_OVERFLOW));
}
