/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 4 };

static const SIZE_T sizes[] = {100, 100000};

static void *lock(HGLOBAL memory)
{
	void *const bytes = GlobalLock(memory);

	require(bytes != NULL);
	return bytes;
}

/* So that memory that is not zeroed shows. */
static void leave_dirt(SIZE_T size)
{
	HGLOBAL memory[BLOCKS];

	for (int i = 0; i < BLOCKS; i++) {
		memory[i] = GlobalAlloc(GMEM_MOVEABLE, size);
		require(memory[i] != NULL);
		fill_bytes(lock(memory[i]), size, 0xDD);
		GlobalUnlock(memory[i]);
	}
	for (int i = 0; i < BLOCKS; i++)
		require(!GlobalFree(memory[i]));
}

CASE("GLB-06", "GlobalAlloc with GMEM_ZEROINIT gives movable memory whose every byte is zero")
{
	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		leave_dirt(sizes[i]);
		const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE | GMEM_ZEROINIT, sizes[i]);

		require(memory != NULL);
		ck_assert_bytes(lock(memory), sizes[i], 0);
		GlobalUnlock(memory);
	}
}
