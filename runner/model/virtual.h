/* SPDX-License-Identifier: MIT */
/*
 * The address space of the program: who reserved what, and which page has which protection. All
 * memory of the model that a program may ask about comes from here.
 */
#ifndef HEAPKIT_MODEL_VIRTUAL_H
#define HEAPKIT_MODEL_VIRTUAL_H

#include <stdbool.h>

#include "win32.h"

enum { PAGE_BYTES = 0x1000, GRANULARITY = 0x10000 };

#define ROUNDED_UP(value_, unit_) (((value_) + ((unit_)-1)) & ~(SIZE_T)((unit_)-1))

/*
 * Reserves whole pages, inaccessible until committed, at a multiple of 64 KB; at `wanted` where
 * that is not NULL. Returns NULL where there is no room.
 */
void *virtual_reserve(void *wanted, SIZE_T size, DWORD protection, DWORD type);

/* Makes pages of one reservation usable; zeroed where they were not committed before. */
bool virtual_commit(void *address, SIZE_T size, DWORD protection);

/* Gives back the whole reservation that begins at `base`. */
bool virtual_release(void *base);

/* Describes the pages from `address` on that are alike; false outside the address space. */
bool virtual_describe(const void *address, struct memory_information *information);

#endif
