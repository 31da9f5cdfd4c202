/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-34", "how much a heap without an initial size has committed is recorded")
{
	static struct walk walk;
	const PROCESS_HEAP_ENTRY *region;

	walk_heap(&walk, create_heap(0, 0, 0));
	region = entry_with(&walk, PROCESS_HEAP_REGION);
	if (region)
		observe("committed", region->Region.dwCommittedSize);
	else
		observe("committed", "no region listed");
}
