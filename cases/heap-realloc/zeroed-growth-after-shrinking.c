/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	SIZE_T size, shrunk;
} rows[] = {
    {100, 40},
    {20000, 5000},
};

CASE("HRA-20", "bytes given up by shrinking come back as zero with HEAP_ZERO_MEMORY")
{
	enum { OLD = 0xA5 };
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned row = 0; row < sizeof rows / sizeof rows[0]; row++) {
		const SIZE_T size = rows[row].size, shrunk = rows[row].shrunk;
		unsigned char *block = make_block(heap, size);

		where("size", size);
		fill_bytes(block, size, OLD);
		block = HeapReAlloc(heap, 0, block, shrunk);
		require(block != NULL);
		block = HeapReAlloc(heap, HEAP_ZERO_MEMORY, block, size);
		require(block != NULL);
		ck_assert_bytes(block, shrunk, OLD);
		ck_assert_bytes(block + shrunk, size - shrunk, 0);
	}
}
