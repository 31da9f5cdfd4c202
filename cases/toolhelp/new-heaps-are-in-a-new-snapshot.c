/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Numbers are compared, for a heap need not have the same id in two snapshots. */
CASE("TLH-18", "heaps made before a snapshot is taken are in it")
{
	static struct heap_ids before, after;

	attempt (list) {
		list_heap_ids(&before, heap_snapshot());
		require(before.count > 0);
		create_heaps(3);
		list_heap_ids(&after, heap_snapshot());
		ck_assert_uint_ge(after.count, before.count + 3);
	}
}
