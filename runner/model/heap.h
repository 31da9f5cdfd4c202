/* SPDX-License-Identifier: MIT */
/*
 * One heap: memory that is given out in blocks. No function of this file takes the heap's lock,
 * knows the list of heaps or sets the last error: that is the business of those who call it.
 */
#ifndef HEAPKIT_MODEL_HEAP_H
#define HEAPKIT_MODEL_HEAP_H

#include <pthread.h>
#include <stdbool.h>

#include "win32.h"

#define HEAP_SIGNATURE 0xFFEEFFEEu /* what an NT heap has in this place */
#define HEAP_ALIGNMENT (2 * sizeof(void *))

struct block;

/* A piece of address space, filled with blocks from `first` on. */
struct region {
	struct region *next;
	unsigned char *base;
	SIZE_T reserved;
	SIZE_T committed;
	struct block *first;
	bool is_large; /* holds one block that is too large for the others */
};

/* A handle is the address of this. It lies at the start of the heap's first region. */
struct heap {
	void *reserved[2];
	uint32_t signature;
	DWORD options;
	DWORD page_protection;
	SIZE_T next_region; /* bytes that the next region reserves; 0: the heap must not grow */
	struct region regions;
	struct block *free_blocks;
	pthread_mutex_t lock;
	pthread_t creator;
	bool is_private; /* made by HeapCreate */
	bool was_listed;
	DWORD compatibility; /* HeapCompatibilityInformation: 0, or 2 once that was set */
};

/* A new heap, or NULL where the sizes are impossible. heap_delete() gives everything back. */
struct heap *heap_new(DWORD options, SIZE_T initial_size, SIZE_T maximum_size);
void heap_delete(struct heap *heap);

/* A block, or NULL. What `zeroed` promises holds for the bytes asked for. */
void *heap_allocate(struct heap *heap, SIZE_T size, bool zeroed);

/* The block with another size, elsewhere where it must be and `in_place` allows it, or NULL. */
void *heap_resize(struct heap *heap, void *memory, SIZE_T size, bool zeroed, bool in_place);

/* These return false, or ~0, for what is no block of the heap in use. */
bool heap_release(struct heap *heap, void *memory);
SIZE_T heap_block_size(struct heap *heap, const void *memory);

/* Whether all blocks of the heap are in order. */
bool heap_is_sound(const struct heap *heap);

#endif
