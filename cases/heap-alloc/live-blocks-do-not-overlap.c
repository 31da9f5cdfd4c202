/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 500 };

static SIZE_T size_of(unsigned i)
{
	/* 1 to 300 bytes, and every twentieth block up to 20 KB: the first of these is the largest.
	 */
	return i % 20 == 19 ? 40 * (BLOCKS - i) : 1 + i * 7 % 300;
}

static BOOL overlap(const unsigned char *a, SIZE_T a_size, const unsigned char *b, SIZE_T b_size)
{
	return a < b + b_size && b < a + a_size;
}

CASE("HAL-06", "500 blocks of mixed sizes, all in use, share no byte and keep their contents")
{
	static unsigned char *blocks[BLOCKS];
	const HANDLE heap = create_heap(0, 0, 0);

	for (unsigned i = 0; i < BLOCKS; i++) {
		blocks[i] = make_block(heap, size_of(i));
		fill_pattern(blocks[i], size_of(i), i);
	}
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		for (unsigned k = 0; k < i; k++)
			ck_assert_msg(!overlap(blocks[i], size_of(i), blocks[k], size_of(k)),
				      "no byte in common with an earlier block");
	}
	for (unsigned i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_pattern(blocks[i], size_of(i), i);
	}
}
