/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { POISONED_ERROR = 1234 };

CASE("TLH-10", "for an id that no heap has there is no first block, and the error says so")
{
	static HEAPENTRY32 entry;

	entry.dwSize = sizeof entry;
	SetLastError(POISONED_ERROR);
	ck_assert(!Heap32First(&entry, GetCurrentProcessId(), 0));
	ck_assert_error_eq(GetLastError(), ERROR_NO_MORE_FILES);
}
