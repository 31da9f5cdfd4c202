/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-33",
     "a fresh heap's first region starts with its header and ends where its uncommitted range does")
{
	static struct walk walk;
	const PROCESS_HEAP_ENTRY *region, *range;
	uintptr_t start, last_block;

	judged_on_nt_heaps();
	judged_without_debugger();
	walk_heap(&walk, create_heap(0, 0, 0));
	region = entry_with(&walk, PROCESS_HEAP_REGION);
	range = entry_with(&walk, PROCESS_HEAP_UNCOMMITTED_RANGE);
	ck_assert_ptr_nonnull(region);
	ck_assert_ptr_nonnull(range);
	start = (uintptr_t)region->lpData;
	last_block = (uintptr_t)region->Region.lpLastBlock;
	ck_assert_uint_gt((uintptr_t)region->Region.lpFirstBlock, start);
	ck_assert_ptr_eq(last_block, (uintptr_t)range->lpData + range->cbData);
	ck_assert_uint_le(last_block, start + region->Region.dwCommittedSize +
					  region->Region.dwUnCommittedSize);
	/* How much is committed is an implementation's own affair, and is not judged. */
	observe("committed bytes", region->Region.dwCommittedSize);
}
