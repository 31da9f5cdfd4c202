/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

__declspec(dllimport) void *NTAPI RtlCreateHeap(ULONG flags, void *base, SIZE_T reserve_size,
						SIZE_T commit_size, void *lock, void *parameters);
__declspec(dllimport) void *NTAPI RtlDestroyHeap(void *heap);

CASE("GPH-42", "a heap made by RtlCreateHeap is in the list")
{
	static struct heap_list list;
	const HANDLE heap = RtlCreateHeap(HEAP_GROWABLE, NULL, 0, 0, NULL, NULL);

	require(heap != NULL);
	full_list(&list);
	ck_assert_uint_eq(hits(&list, heap), 1);
	RtlDestroyHeap(heap);
}
