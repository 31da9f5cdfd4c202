/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

HANDLE create_heap(DWORD options, SIZE_T initial_size, SIZE_T maximum_size)
{
	const HANDLE heap = HeapCreate(options, initial_size, maximum_size);

	require(heap != NULL);
	own_heap(heap);
	return heap;
}

HANDLE *create_heaps(DWORD count)
{
	static HANDLE heaps[128];

	require(count <= sizeof heaps / sizeof heaps[0]);
	for (DWORD i = 0; i < count; i++)
		heaps[i] = create_heap(0, 0, 0);
	return heaps;
}
