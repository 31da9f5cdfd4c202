/* SPDX-License-Identifier: MIT */
/* What is in a block. */
#include "heapkit.h"
#include "text.h"

/* 251 is prime: pages, and sizes that are powers of two, do not repeat the pattern. */
static unsigned char pattern_at(SIZE_T i, unsigned seed)
{
	return (unsigned char)(1 + (i + seed * 31) % 251);
}

void fill_pattern(void *block, SIZE_T size, unsigned seed)
{
	unsigned char *const bytes = block;

	for (SIZE_T i = 0; i < size; i++)
		bytes[i] = pattern_at(i, seed);
}

void fill_bytes(void *block, SIZE_T size, unsigned char byte)
{
	unsigned char *const bytes = block;

	for (SIZE_T i = 0; i < size; i++)
		bytes[i] = byte;
}

static SIZE_T first_other(const unsigned char *bytes, SIZE_T size, unsigned seed)
{
	SIZE_T i = 0;

	while (i < size && bytes[i] == pattern_at(i, seed))
		i++;
	return i;
}

BOOL has_pattern(const void *block, SIZE_T size, unsigned seed)
{
	return first_other(block, size, seed) == size;
}

static void __attribute__((noreturn))
fail_at(const struct heapkit_site *site, SIZE_T i, unsigned char got_byte, unsigned char want_byte)
{
	static struct text got, want;

	text_clear(&got);
	text_clear(&want);
	text_add(&got, "byte ");
	text_add_uint(&got, i);
	text_add(&got, " is ");
	text_add_hex(&got, got_byte, 2);
	text_add_hex(&want, want_byte, 2);
	heapkit_failed(site, got.bytes, want.bytes);
}

void heapkit_check_pattern(const struct heapkit_site *site, const void *block, SIZE_T size,
			   unsigned seed)
{
	const unsigned char *const bytes = block;
	const SIZE_T i = first_other(bytes, size, seed);

	if (i < size)
		fail_at(site, i, bytes[i], pattern_at(i, seed));
}

void heapkit_check_bytes(const struct heapkit_site *site, const void *block, SIZE_T size,
			 unsigned char byte)
{
	const unsigned char *const bytes = block;

	for (SIZE_T i = 0; i < size; i++)
		if (bytes[i] != byte)
			fail_at(site, i, bytes[i], byte);
}
