/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-44", "reports which handles a too small buffer for more than one receives")
{
	static HANDLE slots[HEAP_LIST_ROOM];
	static DWORD buffers, first, nothing;

	create_heaps(3);
	attempt (list) {
		buffers = first = nothing = 0;
		for (DWORD k = 2; k < list->count; k++) {
			DWORD in_place = 0, kept = 0;

			poison(slots);
			GetProcessHeaps(k, slots);
			for (DWORD i = 0; i < k; i++) {
				in_place += slots[i] == list->heaps[i];
				kept += slots[i] == POISON;
			}
			buffers++;
			first += in_place == k;
			nothing += kept == k;
		}
	}
	observe("small buffers", buffers);
	observe("given the first of the list", first);
	observe("given nothing", nothing);
}
