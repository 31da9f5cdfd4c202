/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

enum { ALIGNMENT = 64, MIDDLE = 256 };

CASE("HVL-05", "memory that is no block is not found valid, and the last error is not set")
{
	static unsigned char memory[2 * MIDDLE] __attribute__((aligned(ALIGNMENT)));

	/* Other kinds of heaps look for their bookkeeping where nothing may be mapped. */
	need_no_debugger();
	need_nt_heaps();

	const HANDLE heap = create_heap(0, 0, 0);

	SetLastError(POISONED_ERROR);
	ck_assert_int_eq(HeapValidate(heap, 0, memory + MIDDLE), FALSE);
	ck_assert_error_eq(GetLastError(), POISONED_ERROR);
}
