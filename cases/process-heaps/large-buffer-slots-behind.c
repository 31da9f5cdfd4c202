/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-08", "reports whether slots behind the last stored handle keep what they held")
{
	enum { SPARE = 16 };
	static struct heap_list list;
	DWORD kept = 0;

	full_list(&list);
	require(list.count + SPARE <= HEAP_LIST_ROOM);
	for (DWORD i = list.count; i < list.count + SPARE; i++)
		kept += list.heaps[i] == POISON;
	observe("slots behind", SPARE);
	observe("slots kept", kept);
}
