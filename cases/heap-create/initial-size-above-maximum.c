/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { INITIAL = 0x20000, MAXIMUM = 0x10000, BLOCK_SIZE = 0x1000, MOST = 4 * INITIAL };

CASE("HCR-26", "what an initial size above the maximum leads to is recorded")
{
	HANDLE heap;
	SIZE_T granted = 0;

	SetLastError(ERROR_SUCCESS);
	heap = HeapCreate(0, INITIAL, MAXIMUM);
	observe("heap", heap ? "created" : "refused");
	if (!heap) {
		observe("last error", GetLastError());
		return;
	}
	while (granted < MOST && HeapAlloc(heap, 0, BLOCK_SIZE))
		granted += BLOCK_SIZE;
	observe("bytes in blocks", granted);
}
