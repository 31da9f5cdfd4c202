/* SPDX-License-Identifier: MIT */
/* Blocks of a heap, and what is in them. */
#ifndef HEAPKIT_BLOCKS_H
#define HEAPKIT_BLOCKS_H

/* A block of `size` bytes (HeapAlloc without flags); required. The case frees it, or does not. */
void *make_block(HANDLE heap, SIZE_T size);

/*
 * Writes a pattern that depends on `seed` and on the place of each byte, so that a block that was
 * moved, cut or mixed up with another one shows.
 */
void fill_pattern(void *block, SIZE_T size, unsigned seed);

/* The same for a single byte. */
void fill_bytes(void *block, SIZE_T size, unsigned char byte);

/* Whether the pattern is still there: for threads, which must not assert. */
BOOL has_pattern(const void *block, SIZE_T size, unsigned seed);

/* The next of a sequence of numbers that a seed (not 0) starts; the same seed, the same sequence.
 */
DWORD next_random(DWORD *seed);

/* clang-format off */
/* The first `size_` bytes hold the pattern of `seed_`; a failure names the first that does not. */
#define ck_assert_pattern(block_, size_, seed_)                                                    \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_pattern(" #block_ ", " #size_ ", " #seed_ ")", "");        \
		heapkit_check_pattern(&heapkit_here, block_, size_, seed_);                        \
	} while (0)
/* The first `size_` bytes are all `byte_`. */
#define ck_assert_bytes(block_, size_, byte_)                                                      \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_bytes(" #block_ ", " #size_ ", " #byte_ ")", "");          \
		heapkit_check_bytes(&heapkit_here, block_, size_, byte_);                          \
	} while (0)
/* clang-format on */

void heapkit_check_pattern(const struct heapkit_site *, const void *, SIZE_T, unsigned);
void heapkit_check_bytes(const struct heapkit_site *, const void *, SIZE_T, unsigned char);

#endif
