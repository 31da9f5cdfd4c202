/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234 };

CASE("TLH-15", "Toolhelp32ReadProcessMemory fails when a part of the range is not accessible")
{
	/* A multiple of every page size, so that the border lies between two pages anywhere. */
	enum { HALF = 0x10000 };
	static unsigned char copy[32];
	unsigned char *const border = (unsigned char *)make_pages(2 * HALF, PAGE_READWRITE) + HALF;
	DWORD protection;
	SIZE_T count = 0;

	require(VirtualProtect(border, HALF, PAGE_NOACCESS, &protection));
	SetLastError(POISONED_ERROR);
	const BOOL read =
	    Toolhelp32ReadProcessMemory(0, border - sizeof copy / 2, copy, sizeof copy, &count);

	observe("last error", GetLastError());
	observe("count", count);
	ck_assert(!read);
}
