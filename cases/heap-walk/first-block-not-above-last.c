/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-08", "the first region's lpFirstBlock is not above its lpLastBlock")
{
	static struct walk walk;
	const PROCESS_HEAP_ENTRY *region;
	const HANDLE heap = create_heap(0, 0, 0);

	make_block(heap, 0x5000);
	walk_heap(&walk, heap);
	region = entry_with(&walk, PROCESS_HEAP_REGION);
	if (!region)
		skip("the walk shows no region");
	ck_assert_uint_le((uintptr_t)region->Region.lpFirstBlock,
			  (uintptr_t)region->Region.lpLastBlock);
}
