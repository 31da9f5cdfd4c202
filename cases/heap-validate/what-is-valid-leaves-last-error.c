/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

CASE("HVL-03", "HeapValidate does not set the last error for an intact heap or a block in use")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, 100);

	SetLastError(POISONED_ERROR);
	HeapValidate(heap, 0, NULL);
	ck_assert_error_eq(GetLastError(), POISONED_ERROR);

	SetLastError(POISONED_ERROR);
	HeapValidate(heap, 0, block);
	ck_assert_error_eq(GetLastError(), POISONED_ERROR);
}
