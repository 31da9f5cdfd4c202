/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

static const SIZE_T sizes[] = {100, 2 << 20};

CASE("HSZ-07", "HeapSize leaves the last error alone")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		void *const block = make_block(heap, sizes[i]);
		SIZE_T size;
		DWORD error;

		where("size", sizes[i]);
		SetLastError(POISONED_ERROR);
		size = HeapSize(heap, 0, block);
		error = GetLastError();
		ck_assert_uint_eq(size, sizes[i]);
		ck_assert_error_eq(error, POISONED_ERROR);
	}
}
