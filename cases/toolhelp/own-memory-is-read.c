/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-14",
     "Toolhelp32ReadProcessMemory reads the own process by the id 0, and counts what it read")
{
	static const DWORD source = 0x12345678;
	static DWORD copy;
	SIZE_T count = ~(SIZE_T)0;

	ck_assert(Toolhelp32ReadProcessMemory(0, &source, &copy, sizeof copy, &count));
	ck_assert_uint_eq(count, sizeof copy);
	ck_assert_uint_eq(copy, source);
}
