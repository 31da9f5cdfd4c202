/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-12", "the lock count of every block is 0", .time_limit = 60)
{
	static struct block_walk walk;
	DWORD flags = 0;

	/* Walks over the blocks of a segment heap are said to lock up. */
	need_nt_heaps();
	walk_blocks(&walk, heap_with_known_id()->id);
	require(walk.count > 0);
	for (DWORD i = 0; i < walk.count; i++)
		flags |= walk.entries[i].dwFlags;
	observe("all flags of the blocks", flags);
	for (DWORD i = 0; i < walk.count; i++) {
		where("block", i);
		ck_assert_uint_eq(walk.entries[i].dwLockCount, 0);
	}
}
