/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Marsaglia's xorshift with 32 bits (Journal of Statistical Software 8/14, 2003). */
DWORD next_random(DWORD *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}
