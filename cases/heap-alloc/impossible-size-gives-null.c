/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* A 32-bit process may have half of its address space in one piece, and more. */
static const volatile SIZE_T sizes[] = {
    ~(SIZE_T)0,
    ~(SIZE_T)0 - 7,
#ifdef _WIN64
    ~(SIZE_T)0 / 2,
#endif
};

CASE("HAL-07", "a request for the whole address space is answered with NULL")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		ck_assert_ptr_null(HeapAlloc(heap, 0, sizes[i]));
	}
}
