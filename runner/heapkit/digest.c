/* SPDX-License-Identifier: MIT */
#include "digest.h"

#include <inttypes.h>
#include <stdio.h>

/* FNV-1a. */
static uint64_t add_byte(uint64_t digest, unsigned char byte)
{
	return (digest ^ byte) * 1099511628211u;
}

uint64_t digest_add(uint64_t digest, const char *text)
{
	if (!text)
		return add_byte(digest, 1);
	for (; *text; text++)
		digest = add_byte(digest, (unsigned char)*text);
	return add_byte(digest, 0);
}

void digest_write(uint64_t digest, char text[DIGEST_SIZE])
{
	snprintf(text, DIGEST_SIZE, "%016" PRIx64, digest);
}
