/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { LIVE = 1000 };

CASE("HFR-02", "freeing NULL in a private heap succeeds and leaves a live block alone")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, LIVE);

	fill_pattern(block, LIVE, 1);
	ck_assert(HeapFree(heap, 0, NULL));

	/* Had the block been freed it would be given out again, or could not be freed any more. */
	void *const other = make_block(heap, LIVE);

	ck_assert_ptr_ne(other, block);
	fill_pattern(other, LIVE, 2);
	ck_assert_pattern(block, LIVE, 1);
	ck_assert(HeapFree(heap, 0, block));
	require(HeapFree(heap, 0, other));
}
