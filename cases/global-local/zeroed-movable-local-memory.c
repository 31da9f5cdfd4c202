/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 4 };

static const SIZE_T sizes[] = {100, 100000};

static void *lock(HLOCAL memory)
{
	void *const bytes = LocalLock(memory);

	require(bytes != NULL);
	return bytes;
}

/* So that memory that is not zeroed shows. */
static void leave_dirt(SIZE_T size)
{
	HLOCAL memory[BLOCKS];

	for (int i = 0; i < BLOCKS; i++) {
		memory[i] = LocalAlloc(LMEM_MOVEABLE, size);
		require(memory[i] != NULL);
		fill_bytes(lock(memory[i]), size, 0xDD);
		LocalUnlock(memory[i]);
	}
	for (int i = 0; i < BLOCKS; i++)
		require(!LocalFree(memory[i]));
}

CASE("GLB-06", "LocalAlloc with LMEM_ZEROINIT gives movable memory whose every byte is zero")
{
	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		leave_dirt(sizes[i]);
		const HLOCAL memory = LocalAlloc(LMEM_MOVEABLE | LMEM_ZEROINIT, sizes[i]);

		require(memory != NULL);
		ck_assert_bytes(lock(memory), sizes[i], 0);
		LocalUnlock(memory);
	}
}
