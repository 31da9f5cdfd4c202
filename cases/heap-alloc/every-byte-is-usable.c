/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* With others alive a block that is too short shows in its neighbour. */
enum { LARGEST = 5000, ALIVE = 8 };

static unsigned char byte_of(SIZE_T size)
{
	return (unsigned char)(1 + size % 251);
}

CASE("HAL-01",
     "every byte of a block of 1 to 5,000 bytes can be written and keeps what was written")
{
	static unsigned char *blocks[ALIVE];
	const HANDLE heap = create_heap(0, 0, 0);

	for (SIZE_T size = 1; size <= LARGEST + ALIVE; size++) {
		unsigned char **const block = &blocks[size % ALIVE];

		if (size > ALIVE) {
			where("size", size - ALIVE);
			ck_assert_bytes(*block, size - ALIVE, byte_of(size - ALIVE));
			require(HeapFree(heap, 0, *block));
		}
		if (size > LARGEST)
			continue;
		where("size", size);
		*block = HeapAlloc(heap, 0, size);
		ck_assert_ptr_nonnull(*block);
		fill_bytes(*block, size, byte_of(size));
	}
}
