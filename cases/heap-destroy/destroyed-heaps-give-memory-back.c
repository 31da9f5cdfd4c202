/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/*
 * More in all than a 32-bit address space has room for; in few heaps, since nobody need give the
 * handle of a destroyed heap to another one.
 */
enum { ROUNDS = 400, BLOCK_SIZE = 16 << 20 };

CASE("HDS-12",
     "heaps can be made, filled and destroyed for longer than memory would last otherwise",
     .time_limit = 30)
{
	if (sizeof(void *) > 4)
		skip("a 64-bit address space does not run out");
	for (unsigned round = 1; round <= ROUNDS; round++) {
		where("round", round);
		const HANDLE heap = HeapCreate(0, 0, 0);
		unsigned char *block;

		ck_assert_ptr_nonnull(heap);
		block = HeapAlloc(heap, 0, BLOCK_SIZE);
		ck_assert_ptr_nonnull(block);
		block[0] = block[BLOCK_SIZE - 1] = 1;
		ck_assert(HeapDestroy(heap));
	}
}
