/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-23", "Toolhelp32ReadProcessMemory takes NULL where nobody wants the count")
{
	static const DWORD source = 0x12345678;
	static DWORD copy;

	ck_assert(Toolhelp32ReadProcessMemory(0, &source, &copy, sizeof copy, NULL));
	ck_assert_uint_eq(copy, source);
}
