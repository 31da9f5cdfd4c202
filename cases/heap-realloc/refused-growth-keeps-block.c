/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BYTES = 100, SEED = 1 };

/* More than any address space has. */
static const SIZE_T too_much[] = {~(SIZE_T)0, ~(SIZE_T)7};

CASE("HRA-07", "growth that is refused leaves the block, its content and its size alone")
{
	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(heap, BYTES);

	fill_pattern(block, BYTES, SEED);
	for (unsigned i = 0; i < sizeof too_much / sizeof too_much[0]; i++) {
		where("new size", too_much[i]);
		ck_assert_ptr_null(HeapReAlloc(heap, 0, block, too_much[i]));
		ck_assert_pattern(block, BYTES, SEED);
		ck_assert_uint_eq(HeapSize(heap, 0, block), BYTES);
	}
	ck_assert(HeapFree(heap, 0, block));
}
