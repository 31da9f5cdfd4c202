/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

CASE("GPD-08", "what GetProcessHeap does to the last error when it succeeds is recorded")
{
	DWORD error;

	SetLastError(POISONED_ERROR);
	GetProcessHeap();
	error = GetLastError();
	observe("last error after success", error == POISONED_ERROR ? "untouched" : "changed");
	observe("last error", error);
}
