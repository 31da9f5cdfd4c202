/* SPDX-License-Identifier: MIT */
/*
 * A region is cut into blocks without gaps; each begins with its own size and that of the block
 * before it, so that free neighbours find each other and become one. Free blocks are a list, of
 * which the first that is large enough serves a request. What lies behind the last block in use is
 * one free block, whose pages are committed when they are needed.
 *
 * HAL-01 to HAL-07, HAL-15, HRA-01 to HRA-12, HRA-16 to HRA-20, HSZ-01, HSZ-02.
 */
#include <string.h>

#include "alter.h"
#include "heap-blocks.h"
#include "virtual.h"

enum {
	/* Larger blocks get a region of their own; fixed heaps have none for them: HCR-07. */
	LARGEST_BLOCK = sizeof(void *) == 8 ? 0xFEFF0 : 0x7FFF8,
};

static struct links *links_of(struct block *block)
{
	return memory_of(block);
}

static void list_last(struct heap *heap, struct block *block)
{
	struct block *last = heap->free_blocks;

	while (links_of(last)->next)
		last = links_of(last)->next;
	links_of(last)->next = block;
	*links_of(block) = (struct links){.previous = last};
}

void list_free(struct heap *heap, struct block *block)
{
	struct links *links = links_of(block);

	block->state = IS_FREE;
	if (altered(freed_blocks_reused_late) && heap->free_blocks) {
		list_last(heap, block);
		return;
	}
	links->previous = NULL;
	links->next = heap->free_blocks;
	if (links->next)
		links_of(links->next)->previous = block;
	heap->free_blocks = block;
}

static void unlist_free(struct heap *heap, struct block *block)
{
	const struct links *links = links_of(block);

	if (links->previous)
		links_of(links->previous)->next = links->next;
	else
		heap->free_blocks = links->next;
	if (links->next)
		links_of(links->next)->previous = links->previous;
}

static void tell_next(const struct region *region, const struct block *block)
{
	struct block *next = block_behind(region, block);

	if (next)
		next->before = block->size;
}

/* Cuts a block, which is in no list, to `size`, and frees the rest if that can be a block. */
static bool cut(struct heap *heap, struct region *region, struct block *block, SIZE_T size)
{
	const SIZE_T least = sizeof(struct block) + sizeof(struct links), rest = block->size - size;
	unsigned char *end = (unsigned char *)block + (rest < least ? block->size : size);
	struct block *behind = (struct block *)end, *next;

	if (!region_commit(heap, region, rest < least ? end : end + least))
		return false;
	if (rest < least)
		return true;
	block->size = size;
	*behind = (struct block){.size = rest, .before = size};
	next = block_behind(region, behind);
	if (next && next->state == IS_FREE) {
		unlist_free(heap, next);
		next->state = 0;
		behind->size += next->size;
	}
	tell_next(region, behind);
	list_free(heap, behind);
	return true;
}

static SIZE_T alignment_in(const struct heap *heap)
{
	if (altered(blocks_aligned_to_64))
		return 64;
	if (altered(blocks_aligned_to_pointers) ||
	    (altered(process_blocks_aligned_to_pointers) && !heap->is_private))
		return sizeof(void *);
	return HEAP_ALIGNMENT;
}

/* What a block of `size` bytes takes; less than `size` where that is impossible. */
static SIZE_T block_size_for(const struct heap *heap, SIZE_T size)
{
	const SIZE_T unit = alignment_in(heap), least = sizeof(struct links),
		     overhead =
			 sizeof(struct block) + (altered(blocks_with_larger_overhead) ? 32 : 0);

	if (size > SIZE_MAX / 2 && altered(impossible_size_wraps))
		size &= 0xFF;
	else if (size > SIZE_MAX / 2)
		return 0;
	return ROUNDED_UP(overhead + (size < least ? least : size), unit);
}

SIZE_T largest_block(const struct heap *heap)
{
	const bool is_fixed = heap->next_region == 0;

	if (altered(fixed_heaps_without_block_limit) && is_fixed)
		return SIZE_MAX;
	if (altered(fixed_heaps_end_at_64k_blocks) && is_fixed)
		return 0x10000;
	if (altered(fixed_block_limit_lower) && is_fixed)
		return sizeof(void *) == 8 ? 0x80010 : 0x7E000;
	return LARGEST_BLOCK;
}

static struct block *take_free(struct heap *heap, SIZE_T size)
{
	for (struct block *block = heap->free_blocks; block; block = links_of(block)->next) {
		if (block->size < size)
			continue;
		unlist_free(heap, block);
		if (cut(heap, region_of(heap, block), block, size))
			return block;
		list_free(heap, block);
		return NULL;
	}
	return NULL;
}

static struct block *take_large(struct heap *heap, SIZE_T size)
{
	struct region *region = region_add(heap, size, true);

	if (!region)
		return NULL;
	unlist_free(heap, region->first);
	if (region_commit(heap, region,
			  region_end(region) - (altered(large_blocks_end_early) ? PAGE_BYTES : 0)))
		return region->first;
	region_release(heap, region);
	return NULL;
}

static struct block *take(struct heap *heap, SIZE_T size, SIZE_T needed)
{
	const SIZE_T limit = largest_block(heap);
	struct block *block;

	if (altered(sizes_at_limit_refused) && size > limit && size - limit < 0x1000)
		return NULL;
	if (size > limit || (altered(whole_maximum_from_outside) && heap->next_region == 0 &&
			     size == heap->regions.reserved))
		return take_large(heap, needed);
	block = take_free(heap, needed);
	if (!block && region_add(heap, needed, false))
		block = take_free(heap, needed);
	return block;
}

/* HAL-03. */
static void clear(void *memory, SIZE_T size)
{
	if (altered(only_fresh_memory_is_zero))
		return;
	if (altered(zeroes_end_after_a_page) && size > PAGE_BYTES)
		size = PAGE_BYTES;
	if (altered(zeroes_in_whole_words))
		size &= ~(SIZE_T)7;
	memset(memory, 0, size);
}

void *heap_allocate(struct heap *heap, SIZE_T size, bool zeroed)
{
	const SIZE_T needed = block_size_for(heap, size);
	struct block *block = needed ? take(heap, size, needed) : NULL;

	if (!block)
		return NULL;
	block->asked = size;
	block->state = IN_USE;
	if (zeroed)
		clear(memory_of(block), size);
	return memory_of(block);
}

struct block *block_at(struct heap *heap, const void *memory, uintptr_t state)
{
	const uintptr_t at = (uintptr_t)memory;
	const struct region *region = region_of(heap, memory);
	struct block *block = (struct block *)(at - sizeof *block);

	if (!region || at % sizeof(void *) || (uintptr_t)block < (uintptr_t)region->first ||
	    at > (uintptr_t)region->base + region->committed)
		return NULL;
	return block->state == state ? block : NULL;
}

/* The block in use at this address, or NULL. */
static struct block *find_block(struct heap *heap, const void *memory)
{
	return block_at(heap, memory, IN_USE);
}

bool heap_release(struct heap *heap, void *memory)
{
	struct block *block = find_block(heap, memory), *next, *previous;
	struct region *region = block ? region_of(heap, block) : NULL;

	if (!block)
		return false;
	if (region->is_large && !altered(freed_large_blocks_kept)) {
		region_release(heap, region);
		return true;
	}
	region->is_large = false;
	next = block_behind(region, block);
	if (next && next->state == IS_FREE) {
		unlist_free(heap, next);
		next->state = 0;
		block->size += next->size;
	}
	previous = (struct block *)((unsigned char *)block - block->before);
	if (block->before && previous->state == IS_FREE) {
		unlist_free(heap, previous);
		block->state = 0;
		previous->size += block->size;
		block = previous;
	}
	tell_next(region, block);
	list_free(heap, block);
	return true;
}

/* Whether the block can have `needed` bytes where it is. */
static bool resize_here(struct heap *heap, struct block *block, SIZE_T needed)
{
	struct region *region = region_of(heap, block);
	struct block *next = block_behind(region, block);
	const SIZE_T old = block->size;

	if (region->is_large)
		return needed <= block->size;
	if (needed > block->size) {
		if (!next || next->state != IS_FREE || block->size + next->size < needed)
			return false;
		unlist_free(heap, next);
		block->size += next->size;
		if (!cut(heap, region, block, needed)) {
			block->size = old;
			list_free(heap, next);
			return false;
		}
		tell_next(region, block);
		return true;
	}
	return cut(heap, region, block, needed);
}

void *heap_resize(struct heap *heap, void *memory, SIZE_T size, bool zeroed, bool in_place)
{
	struct block *block = find_block(heap, memory);
	const SIZE_T needed = block_size_for(heap, size);
	SIZE_T old;
	unsigned char *moved;

	if (!block || needed == 0)
		return NULL;
	if (size > largest_block(heap) && heap->next_region == 0 && !altered(growth_passes_limit))
		return NULL;
	old = block->asked;
	if (!(altered(reallocation_moves) && !in_place) && resize_here(heap, block, needed)) {
		block->asked = size;
		if (zeroed && size > old)
			memset((unsigned char *)memory + old, 0, size - old);
		return memory;
	}
	if (in_place)
		return NULL;
	moved = heap_allocate(heap, size, false);
	if (!moved)
		return NULL;
	memcpy(moved, memory, old < size ? old : size);
	if (zeroed && size > old)
		memset(moved + old, 0, size - old);
	heap_release(heap, memory);
	return moved;
}

SIZE_T heap_block_size(struct heap *heap, const void *memory)
{
	const struct block *block = find_block(heap, memory);

	return block ? block->asked : ~(SIZE_T)0;
}

static bool region_is_sound(const struct region *region)
{
	SIZE_T before = 0;

	for (const struct block *block = region->first; block;
	     block = block_behind(region, block)) {
		const SIZE_T left =
		    (SIZE_T)(region_end(region) - (const unsigned char *)(const void *)block);

		if (block->before != before || block->size < sizeof *block || block->size > left ||
		    (block->state != IN_USE && block->state != IS_FREE))
			return false;
		before = block->size;
	}
	return true;
}

bool heap_is_sound(const struct heap *heap)
{
	if (heap->is_damaged)
		return false;
	for (const struct region *region = &heap->regions; region; region = region->next)
		if (!region_is_sound(region))
			return false;
	return true;
}
