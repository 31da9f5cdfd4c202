/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-48", "reports whether a list taken into a private heap holds that heap")
{
	const HANDLE heap = create_heap(0, 0, 0);
	const DWORD room = GetProcessHeaps(0, NULL) + 16;
	HANDLE *const heaps = HeapAlloc(heap, 0, room * sizeof(HANDLE));
	DWORD found = 0;

	require(heaps != NULL);
	const DWORD total = GetProcessHeaps(room, heaps);

	require(total <= room);
	for (DWORD i = 0; i < total; i++)
		found += heaps[i] == heap;
	observe("holds the heap it lies in", found ? "yes" : "no");
}
