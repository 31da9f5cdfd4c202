/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-06", "a fresh heap without a block shows at least one entry")
{
	static struct walk walk;

	judged_on_nt_heaps();
	judged_without_debugger();
	walk_heap(&walk, create_heap(0, 0, 0));
	ck_assert_uint_ge(walk.count, 1);
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
	observe("entries", walk.count);
}
