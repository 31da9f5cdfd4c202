/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef void *NTAPI rtl_reallocate_heap(HANDLE, ULONG flags, void *block, SIZE_T size);

CASE("NTD-05", "RtlReAllocateHeap of NULL gives NULL")
{
	rtl_reallocate_heap *const RtlReAllocateHeap =
	    FIND(rtl_reallocate_heap *, "ntdll.dll", "RtlReAllocateHeap");

	ck_assert_ptr_null(RtlReAllocateHeap(create_heap(0, 0, 0), HEAP_ZERO_MEMORY, NULL, 0x100));
}
