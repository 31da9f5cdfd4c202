/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE heap;
static BOOL allocated, freed;

static DWORD WINAPI work(void *unused)
{
	unsigned char *const block = HeapAlloc(heap, 0, 100);

	(void)unused;
	if (block) {
		allocated = TRUE;
		block[0] = block[99] = 1;
		freed = HeapFree(heap, 0, block);
	}
	return 0;
}

CASE("HCR-20", "a heap that one thread made serves another: it allocates and frees a block there",
     .time_limit = 30)
{
	heap = create_heap(0, 0, 0);
	join_thread(start_thread(work, NULL));
	ck_assert(allocated);
	ck_assert(freed);
}
