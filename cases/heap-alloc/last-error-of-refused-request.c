/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

static volatile SIZE_T whole_address_space = ~(SIZE_T)0;

static const char *error_after(HANDLE heap, SIZE_T size)
{
	SetLastError(POISONED_ERROR);
	if (HeapAlloc(heap, 0, size))
		return "not refused";
	switch (GetLastError()) {
	case POISONED_ERROR:
		return "untouched";
	case ERROR_NOT_ENOUGH_MEMORY:
		return "ERROR_NOT_ENOUGH_MEMORY";
	default:
		return "another one";
	}
}

CASE("HAL-08", "the last error after HeapAlloc refused a request is recorded")
{
	observe("impossible size", error_after(create_heap(0, 0, 0), whole_address_space));
	observe("full heap", error_after(create_heap(0, 0x30000, 0x40000), 0x60000));
}
