/* SPDX-License-Identifier: MIT */
/* Whether two lists of texts are the same, told from 16 characters each. Protects nothing. */
#ifndef HEAPKIT_DIGEST_H
#define HEAPKIT_DIGEST_H

#include <stdint.h>

enum { DIGEST_SIZE = 17 };

/* Starts as DIGEST_START. */
#define DIGEST_START 14695981039346656037u

/* Adds a text; NULL is another one than "". */
uint64_t digest_add(uint64_t digest, const char *text);

/* 16 hexadecimal digits. */
void digest_write(uint64_t digest, char text[DIGEST_SIZE]);

#endif
