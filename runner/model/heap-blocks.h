/* SPDX-License-Identifier: MIT */
/* How a region is cut into blocks: for heap.c and heap-pieces.c alone. */
#ifndef HEAPKIT_MODEL_HEAP_BLOCKS_H
#define HEAPKIT_MODEL_HEAP_BLOCKS_H

#include "heap.h"

#define IN_USE ((uintptr_t)0xB10CB10C)
#define IS_FREE ((uintptr_t)0xF4EEF4EE)

struct block {
	SIZE_T size;   /* with this header */
	SIZE_T before; /* size of the block before it; 0: it is the first */
	SIZE_T asked;
	uintptr_t state;
};

/* In the memory of a free block. */
struct links {
	struct block *next;
	struct block *previous;
};

_Static_assert(sizeof(struct block) % HEAP_ALIGNMENT == 0, "blocks keep their alignment");

static inline void *memory_of(struct block *block)
{
	return block + 1;
}

static inline unsigned char *region_end(const struct region *region)
{
	return region->base + region->reserved;
}

/* NULL behind the last. */
static inline struct block *block_behind(const struct region *region, const struct block *block)
{
	unsigned char *end = (unsigned char *)(uintptr_t)block + block->size;

	return end < region_end(region) ? (struct block *)end : NULL;
}

/* ---- heap-regions.c: where the memory comes from ----------------------------------------------
 */

/* The region that holds an address; NULL: none. */
struct region *region_of(struct heap *heap, const void *address);

/* Makes the region usable up to `end`; what lies behind it may be asked for later. */
bool region_commit(const struct heap *heap, struct region *region, const unsigned char *end);

/* A further region, with room for a block of `size` bytes, and its end. */
struct region *region_add(struct heap *heap, SIZE_T size, bool is_large);
void region_release(struct heap *heap, struct region *region);

/* ---- heap.c ------------------------------------------------------------------------------------
 */

/* A block that is in no list becomes a free one. */
void list_free(struct heap *heap, struct block *block);

/* The block in a state with this memory; NULL: none. */
struct block *block_at(struct heap *heap, const void *memory, uintptr_t state);

/* The largest block that a heap has beside those with a region of their own. */
SIZE_T largest_block(const struct heap *heap);

#endif
