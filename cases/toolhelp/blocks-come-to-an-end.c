/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-09",
     "the blocks of a heap that has some are listed one after the other, and the end says so",
     .time_limit = 60)
{
	static struct block_walk walk;

	/* Walks over the blocks of a segment heap are said to lock up. */
	need_nt_heaps();
	walk_blocks(&walk, heap_with_known_id()->id);
	where("last error", walk.error);
	ck_assert_uint_ge(walk.count, 2);
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_FILES);
}
