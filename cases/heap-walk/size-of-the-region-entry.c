/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-28", "cbData of the first region's entry is recorded")
{
	static struct walk walk;
	const PROCESS_HEAP_ENTRY *region;

	walk_heap(&walk, create_heap(0, 0, 0));
	region = entry_with(&walk, PROCESS_HEAP_REGION);
	if (!region)
		skip("the walk shows no region");
	observe("size of the region", region->cbData);
	observe("committed bytes", region->Region.dwCommittedSize);
	observe("uncommitted bytes", region->Region.dwUnCommittedSize);
}
