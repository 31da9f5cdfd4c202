/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	SIZE_T sizes[3];
} rows[] = {
    {{0x10000, 100, 1}},
    {{0x200000, 4096, 4000}},
};

CASE("HRA-02", "a block that shrinks keeps what was in the part that remains")
{
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned row = 0; row < sizeof rows / sizeof rows[0]; row++) {
		const SIZE_T *const sizes = rows[row].sizes;
		void *block = make_block(heap, sizes[0]);

		where("first size", sizes[0]);
		fill_pattern(block, sizes[0], row);
		for (int step = 1; step < 3; step++) {
			block = HeapReAlloc(heap, 0, block, sizes[step]);
			require(block != NULL);
			ck_assert_pattern(block, sizes[step], row);
		}
	}
}
