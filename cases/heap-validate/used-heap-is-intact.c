/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { STEPS = 1000, BLOCKS = 32, LARGEST = 40000, STEPS_BETWEEN = 50 };

CASE("HVL-01", "a heap is found intact after each part of 1,000 random operations and when empty")
{
	static void *blocks[BLOCKS];
	const HANDLE heap = create_heap(0, 0, 0);
	void *const large = make_block(heap, 1 << 20);
	DWORD seed = 1;

	fill_bytes(large, 1 << 20, 0xFF);
	for (int step = 0; step < STEPS; step++) {
		void **const block = &blocks[next_random(&seed) % BLOCKS];
		const SIZE_T size = next_random(&seed) % LARGEST;

		if (!*block) {
			*block = make_block(heap, size);
			fill_bytes(*block, size, 0xFF);
		} else {
			require(HeapFree(heap, 0, *block));
			*block = NULL;
		}
		where("step", step);
		if (step % STEPS_BETWEEN == 0)
			ck_assert(HeapValidate(heap, 0, NULL));
	}
	for (int i = 0; i < BLOCKS; i++)
		if (blocks[i])
			require(HeapFree(heap, 0, blocks[i]));
	require(HeapFree(heap, 0, large));
	where("blocks left", 0);
	ck_assert(HeapValidate(heap, 0, NULL));
}
