/* SPDX-License-Identifier: MIT */
/*
 * A region is cut into blocks without gaps; each begins with its own size and that of the block
 * before it, so that free neighbours find each other and become one. Free blocks are a list, of
 * which the first that is large enough serves a request. What lies behind the last block in use is
 * one free block, whose pages are committed when they are needed.
 *
 * HCR-01 to HCR-09, HAL-01 to HAL-07, HRA-01 to HRA-12, HSZ-01, HSZ-02; sizes of HCR-28.
 */
#include <string.h>

#include "alter.h"
#include "heap-blocks.h"
#include "virtual.h"

enum {
	SIZE_UNIT = 0x400 * sizeof(void *), /* fixed heaps are multiples of it */
	FIRST_BLOCK = 0x300 + 0x80 * sizeof(void *),
	FIRST_RESERVE = 0x10000,
	LARGEST_REGION = 0x1000000,
	/* Larger blocks get a region of their own; fixed heaps have none for them. */
	LARGEST_BLOCK = sizeof(void *) == 8 ? 0xFEFF0 : 0x7FFF8,
};

_Static_assert(sizeof(struct heap) <= FIRST_BLOCK, "the heap's own data lies before its blocks");
static struct links *links_of(struct block *block)
{
	return memory_of(block);
}

struct region *region_of(struct heap *heap, const void *address)
{
	const unsigned char *at = address;
	struct region *region = &heap->regions;

	while (region && (at < region->base || at >= region_end(region)))
		region = region->next;
	return region;
}

/* Makes the region usable up to `end`; what lies behind it may be asked for later. */
static bool commit(const struct heap *heap, struct region *region, const unsigned char *end)
{
	const SIZE_T wanted = ROUNDED_UP((SIZE_T)(end - region->base), PAGE_BYTES);

	if (wanted <= region->committed)
		return true;
	if (wanted > region->reserved ||
	    !virtual_commit(region->base + region->committed, wanted - region->committed,
			    heap->page_protection))
		return false;
	region->committed = wanted;
	return true;
}

static void list_free(struct heap *heap, struct block *block)
{
	struct links *links = links_of(block);

	block->state = IS_FREE;
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

/* One free block that fills the region from `first` on. */
static bool fill_region(struct heap *heap, struct region *region, unsigned char *first)
{
	struct block *block = (struct block *)first;

	if (!commit(heap, region, first + sizeof *block + sizeof(struct links)))
		return false;
	region->first = block;
	*block = (struct block){.size = (SIZE_T)(region_end(region) - first)};
	list_free(heap, block);
	return true;
}

static bool reserve_region(struct heap *heap, struct region *region, SIZE_T size)
{
	region->base = virtual_reserve(NULL, size, heap->page_protection, MEM_PRIVATE);
	region->reserved = ROUNDED_UP(size, PAGE_BYTES);
	return region->base != NULL;
}

/* Between an address and the first block behind it, where blocks are aligned more than they must.
 */
static SIZE_T padding(void)
{
	return altered(blocks_aligned_to_64) ? 64 - sizeof(struct block) : 0;
}

static SIZE_T first_reserve(SIZE_T initial_size, SIZE_T maximum_size)
{
	SIZE_T size = maximum_size ? ROUNDED_UP(maximum_size, SIZE_UNIT) : FIRST_RESERVE;

	if (size < initial_size)
		size = ROUNDED_UP(initial_size, FIRST_RESERVE);
	if (altered(first_reserve_of_a_megabyte) && !maximum_size && size < 0x100000)
		size = 0x100000;
	return size;
}

struct heap *heap_new(DWORD options, SIZE_T initial_size, SIZE_T maximum_size)
{
	const SIZE_T offset = altered(handles_not_64k_aligned) ? PAGE_BYTES : 0;
	const SIZE_T size = first_reserve(initial_size, maximum_size) + offset;
	SIZE_T committed = initial_size ? initial_size : SIZE_UNIT;
	struct heap draft = {.options = options,
			     .signature =
				 altered(segment_heap_signature) ? 0xDDEEDDEE : HEAP_SIGNATURE};
	pthread_mutexattr_t recursive;
	struct heap *heap;

	draft.page_protection =
	    options & HEAP_CREATE_ENABLE_EXECUTE ? PAGE_EXECUTE_READWRITE : PAGE_READWRITE;
	draft.next_region = maximum_size ? 0 : 2 * (SIZE_T)FIRST_RESERVE;
	draft.region_count = 1;
	draft.creator = pthread_self();
	if (altered(initial_commit_64k) && committed < 0x10000)
		committed = size - offset < 0x10000 ? size - offset : 0x10000;
	if (size < initial_size || size < maximum_size ||
	    !reserve_region(&draft, &draft.regions, size))
		return NULL;
	heap = (struct heap *)(draft.regions.base + offset);
	if (!commit(&draft, &draft.regions, draft.regions.base + offset + committed)) {
		virtual_release(draft.regions.base);
		return NULL;
	}
	*heap = draft;
	if (!fill_region(heap, &heap->regions, (unsigned char *)heap + FIRST_BLOCK + padding())) {
		virtual_release(draft.regions.base);
		return NULL;
	}
	pthread_mutexattr_init(&recursive);
	pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&heap->lock, &recursive);
	return heap;
}

void heap_delete(struct heap *heap)
{
	struct region *next = heap->regions.next;

	while (next) {
		struct region *region = next;

		next = region->next;
		virtual_release(region->base);
	}
	virtual_release(heap->regions.base);
}

/* A further region, with room for a block of `size` bytes. */
static struct region *add_region(struct heap *heap, SIZE_T size, bool is_large)
{
	const SIZE_T first = ROUNDED_UP(sizeof(struct region), 64) + padding();
	const SIZE_T wanted = size + first + sizeof(struct block);
	struct region draft = {.is_large = is_large, .index = heap->region_count};
	struct region *region, *last = &heap->regions;
	SIZE_T reserve = is_large ? wanted : heap->next_region;

	if (heap->next_region == 0)
		return NULL;
	if (reserve < wanted)
		reserve = ROUNDED_UP(wanted, GRANULARITY);
	if (!reserve_region(heap, &draft, reserve))
		return NULL;
	if (!commit(heap, &draft, draft.base + first)) {
		virtual_release(draft.base);
		return NULL;
	}
	region = (struct region *)draft.base;
	*region = draft;
	if (!fill_region(heap, region, region->base + first)) {
		virtual_release(draft.base);
		return NULL;
	}
	while (last->next)
		last = last->next;
	last->next = region;
	if (!is_large) {
		heap->region_count++;
		if (heap->next_region < LARGEST_REGION)
			heap->next_region *= 2;
	}
	return region;
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

	if (!commit(heap, region, rest < least ? end : end + least))
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

static SIZE_T block_size_for(SIZE_T size)
{
	const SIZE_T least = sizeof(struct links);

	if (altered(blocks_aligned_to_64))
		return ROUNDED_UP(sizeof(struct block) + (size < least ? least : size), 64);
	return sizeof(struct block) + ROUNDED_UP(size < least ? least : size, HEAP_ALIGNMENT);
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

static void release_large(struct heap *heap, struct region *region)
{
	struct region *one = &heap->regions;

	while (one->next != region)
		one = one->next;
	one->next = region->next;
	virtual_release(region->base);
}

static struct block *take_large(struct heap *heap, SIZE_T size)
{
	struct region *region = add_region(heap, size, true);

	if (!region)
		return NULL;
	unlist_free(heap, region->first);
	if (commit(heap, region, region_end(region)))
		return region->first;
	release_large(heap, region);
	return NULL;
}

void *heap_allocate(struct heap *heap, SIZE_T size, bool zeroed)
{
	const SIZE_T needed = block_size_for(size);
	struct block *block;

	if (needed < size || needed > SIZE_MAX / 2)
		return NULL;
	if (size > LARGEST_BLOCK) {
		block = take_large(heap, needed);
	} else {
		block = take_free(heap, needed);
		if (!block && add_region(heap, needed, false))
			block = take_free(heap, needed);
	}
	if (!block)
		return NULL;
	block->asked = size;
	block->state = IN_USE;
	if (zeroed)
		memset(memory_of(block), 0, size);
	return memory_of(block);
}

struct block *block_at(struct heap *heap, const void *memory, uintptr_t state)
{
	const uintptr_t at = (uintptr_t)memory;
	const struct region *region = region_of(heap, memory);
	struct block *block = (struct block *)(at - sizeof *block);

	if (!region || at % HEAP_ALIGNMENT || (uintptr_t)block < (uintptr_t)region->first ||
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
	if (region->is_large) {
		release_large(heap, region);
		return true;
	}
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
	const SIZE_T needed = block_size_for(size);
	SIZE_T old;
	unsigned char *moved;

	if (!block || needed < size)
		return NULL;
	if (size > LARGEST_BLOCK && heap->next_region == 0)
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
	for (const struct region *region = &heap->regions; region; region = region->next)
		if (!region_is_sound(region))
			return false;
	return true;
}
