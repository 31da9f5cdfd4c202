/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCK_SIZE = 100 };

CASE("HAL-04", "what a block holds that was used before and is not zeroed is recorded")
{
	const HANDLE heap = create_heap(0, 0, 0);
	unsigned char *block = make_block(heap, BLOCK_SIZE);
	DWORD kept = 0, zero = 0;

	fill_bytes(block, BLOCK_SIZE, 0xA5);
	require(HeapFree(heap, 0, block));
	block = make_block(heap, BLOCK_SIZE);
	for (int i = 0; i < BLOCK_SIZE; i++) {
		kept += block[i] == 0xA5;
		zero += block[i] == 0;
	}
	observe("bytes as they were", kept);
	observe("bytes that are zero", zero);
}
