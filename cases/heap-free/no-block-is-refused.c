/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { STEPS = 10000, BLOCKS = 64, LARGEST = 6000 };

CASE("HFR-01", "HeapFree refuses no block in 10,000 random allocations, resizings and releases")
{
	static void *blocks[BLOCKS];
	const HANDLE heap = create_heap(0, 0, 0);
	DWORD seed = 1;

	for (int step = 0; step < STEPS; step++) {
		void **const block = &blocks[next_random(&seed) % BLOCKS];
		const SIZE_T size = next_random(&seed) % LARGEST;

		where("step", step);
		if (!*block) {
			*block = make_block(heap, size);
		} else if (next_random(&seed) % 3 == 0) {
			*block = HeapReAlloc(heap, 0, *block, size);
			require(*block != NULL);
		} else {
			ck_assert(HeapFree(heap, 0, *block));
			*block = NULL;
		}
	}
}
