/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-03", "an lpData of NULL starts a walk, whatever else the structure holds")
{
	static PROCESS_HEAP_ENTRY entry;
	const HANDLE heap = create_heap(0, 0, 0);

	make_block(heap, 0x5000);
	fill_bytes(&entry, sizeof entry, 0xCD);
	entry.lpData = NULL;
	ck_assert(HeapWalk(heap, &entry));
}
