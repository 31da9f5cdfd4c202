/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	SIZE_T from, to;
} rows[] = {
    {100, 100}, {100, 40}, {100, 20000}, {20000, 100}, {100, 2 << 20}, {2 << 20, 100}, {100, 0},
};

CASE("HFR-09", "HeapFree accepts blocks as HeapAlloc and as HeapReAlloc returned them")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		void *const kept = make_block(heap, rows[i].from);
		void *block = make_block(heap, rows[i].from);
		/* What stands behind the block keeps it from growing where it is. */
		void *const behind = make_block(heap, rows[i].from);

		where("row", i);
		block = HeapReAlloc(heap, 0, block, rows[i].to);
		require(block != NULL);
		ck_assert(HeapFree(heap, 0, block));
		ck_assert(HeapFree(heap, 0, kept));
		ck_assert(HeapFree(heap, 0, behind));
	}
}
