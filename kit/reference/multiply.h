/* SPDX-License-Identifier: MIT */
/* SIZETMult, which the documented sample calls, and the same where the SDK does not have it. */
#ifndef MULTIPLY_H
#define MULTIPLY_H

#include <windows.h>

#include <intsafe.h>

/* Microsoft's SDK has the upper-case names as macros, MinGW-w64 from 13.0 on as functions. */
#if defined(SIZETMult) || (defined(__MINGW64_VERSION_MAJOR) && __MINGW64_VERSION_MAJOR >= 13)
#define HAS_SIZETMULT 1
#else
#define HAS_SIZETMULT 0
#endif

/*
 * Stores a * b and returns S_OK; where the product does not fit, returns
 * INTSAFE_E_ARITHMETIC_OVERFLOW and what is stored is not to be used.
 * https://learn.microsoft.com/windows/win32/api/intsafe/nf-intsafe-sizetmult
 */
static inline HRESULT multiply_size(SIZE_T a, SIZE_T b, SIZE_T *product)
{
#if HAS_SIZETMULT
	return SIZETMult(a, b, product);
#else
	/* On i686 MinGW-w64 has SIZE_T as unsigned long and size_t as unsigned int. */
	size_t result = 0;
	const HRESULT status = SizeTMult(a, b, &result);

	*product = result;
	return status;
#endif
}

#endif
