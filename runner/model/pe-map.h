/* SPDX-License-Identifier: MIT */
/*
 * Maps a PE program as a loader does: sections at their addresses, relocated, imports bound, pages
 * protected. Trusts nothing in the file.
 * Format: https://learn.microsoft.com/windows/win32/debug/pe-format
 */
#ifndef HEAPKIT_MODEL_PE_MAP_H
#define HEAPKIT_MODEL_PE_MAP_H

#include <stdbool.h>

#include "../heapkit/error.h"
#include "win32.h"

struct image {
	unsigned char *base;
	uint32_t size;
	uint32_t entry; /* address of the first instruction, from the base */
};

/* The program that runs. */
extern struct image image;

/*
 * Maps the file into `image`. The error names the path, what is wrong and what to do. A function
 * that the model lacks is no error: it is named when it is called.
 */
bool pe_map(const char *path, struct error *error);

/* `size` bytes of the mapped program at an address from its base, or NULL where it does not reach
 * so far. */
unsigned char *image_at(uint32_t address, size_t size);

/* Entry `index` of the table of directories; false where the program has none. */
bool image_directory(unsigned index, uint32_t *address, uint32_t *size);

enum { DIRECTORY_IMPORT = 1, DIRECTORY_EXCEPTION = 3, DIRECTORY_RELOCATION = 5, DIRECTORY_TLS = 9 };

uint16_t number16(const unsigned char *at);
uint32_t number32(const unsigned char *at);

#endif
