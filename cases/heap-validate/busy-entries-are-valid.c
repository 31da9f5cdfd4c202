/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Sizes above 16 KB, all different: the low-fragmentation heap, which walks show otherwise, sleeps.
 */
enum { BLOCKS = 8, SMALLEST = 0x5000, STEP = 0x1230 };

CASE("HVL-08", "blocks that a walk shows as busy are found valid")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[BLOCKS];

	for (int i = 0; i < BLOCKS; i++)
		blocks[i] = make_block(heap, SMALLEST + i * STEP);
	walk_heap(&walk, heap);
	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		require(busy_hits(&walk, blocks[i]) == 1);
		ck_assert(HeapValidate(heap, 0, blocks[i]));
	}
}
