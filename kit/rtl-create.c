/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef HANDLE NTAPI rtl_create(ULONG flags, void *base, SIZE_T reserve_size, SIZE_T commit_size,
				void *lock, void *parameters);

HANDLE rtl_create_heap(void)
{
	rtl_create *const RtlCreateHeap = FIND(rtl_create *, "ntdll.dll", "RtlCreateHeap");
	const HANDLE heap = RtlCreateHeap(HEAP_GROWABLE, NULL, 0, 0x10000, NULL, NULL);

	require(heap != NULL);
	own_heap(heap);
	return heap;
}
