/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Volatile, or the compiler would compute the results. */
static volatile ULONG above_uchar = 0x100, above_char = 0x80;

CASE("SAF-20", "what a conversion to a character leaves in its result on overflow is recorded")
{
	UCHAR as_uchar = 'x';
	CHAR as_char = 'x';

	observe("status of ulongtouchar", ULongToUChar(above_uchar, &as_uchar));
	observe("stored by ulongtouchar", (int)as_uchar);
	observe("status of ulongtochar", ULongToChar(above_char, &as_char));
	observe("stored by ulongtochar", (int)as_char);
}
