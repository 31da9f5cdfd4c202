/* SPDX-License-Identifier: MIT */
/* What a compiler calls on its own in a program without a C runtime. */
#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);

void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
	unsigned char *out = to;
	const unsigned char *in = from;

	while (size--)
		*out++ = *in++;
	return to;
}

void *memmove(void *to, const void *from, size_t size)
{
	unsigned char *out = to;
	const unsigned char *in = from;

	if (out <= in)
		return memcpy(to, from, size);
	while (size--)
		out[size] = in[size];
	return to;
}

void *memset(void *to, int byte, size_t size)
{
	unsigned char *out = to;

	while (size--)
		*out++ = (unsigned char)byte;
	return to;
}

int memcmp(const void *a, const void *b, size_t size)
{
	const unsigned char *x = a, *y = b;

	for (size_t i = 0; i < size; i++)
		if (x[i] != y[i])
			return x[i] - y[i];
	return 0;
}

#ifdef __aarch64__
/*
 * For a frame of more than a page: the stack grows only page by page, so each must be touched in
 * turn. x15 holds the size in units of 16 bytes; only x16 and x17 may change.
 */
__asm__(".text\n"
	"\t.p2align 2\n"
	"\t.globl __chkstk\n"
	"__chkstk:\n"
	"\tsub x16, sp, x15, uxtx #4\n"
	"\tmov x17, sp\n"
	"0:\tsub x17, x17, #4096\n"
	"\tcmp x17, x16\n"
	"\tb.lo 1f\n"
	"\tldr xzr, [x17]\n"
	"\tb 0b\n"
	"1:\tret\n");
#endif
