/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#ifdef _WIN64
#define IMPOSSIBLE ((SIZE_T)1 << 60)
#else
#define IMPOSSIBLE ((SIZE_T)0xF0000000)
#endif

CASE("HCR-17", "a maximum larger than any address space gives NULL and a last error")
{
	judged_on_nt_heaps();
	SetLastError(ERROR_SUCCESS);
	ck_assert_ptr_null(HeapCreate(0, 0x1000, IMPOSSIBLE));
	ck_assert_uint_ne(GetLastError(), ERROR_SUCCESS);
}
