/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 4 };

static const SIZE_T sizes[] = {100, 100000};

/* So that memory that is not zeroed shows. */
static void leave_dirt(SIZE_T size)
{
	void *blocks[BLOCKS];

	for (int i = 0; i < BLOCKS; i++) {
		blocks[i] = LocalAlloc(LMEM_FIXED, size);
		require(blocks[i] != NULL);
		fill_bytes(blocks[i], size, 0xDD);
	}
	for (int i = 0; i < BLOCKS; i++)
		require(!LocalFree(blocks[i]));
}

CASE("GLB-06", "LocalAlloc with LMEM_ZEROINIT gives fixed memory whose every byte is zero")
{
	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		leave_dirt(sizes[i]);
		void *const block = LocalAlloc(LMEM_FIXED | LMEM_ZEROINIT, sizes[i]);

		require(block != NULL);
		ck_assert_bytes(block, sizes[i], 0);
	}
}
