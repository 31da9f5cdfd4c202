/* SPDX-License-Identifier: MIT */
/*
 * Where the memory of a heap comes from: the region in which the heap itself lies, and what is
 * added to it. Pages are committed from the start of a region on, when they are needed.
 *
 * HCR-01 to HCR-11, HCR-27; sizes of HCR-28.
 */
#include "alter.h"
#include "blocks-altered.h"
#include "environment.h"
#include "heap-blocks.h"
#include "virtual.h"

enum {
	SIZE_UNIT = 0x400 * sizeof(void *), /* fixed heaps are multiples of it */
	FIRST_BLOCK = 0x300 + 0x80 * sizeof(void *),
	FIRST_RESERVE = 0x10000,
	LARGEST_REGION = 0x1000000,
};

_Static_assert(sizeof(struct heap) <= FIRST_BLOCK, "the heap's own data lies before its blocks");

struct region *region_of(struct heap *heap, const void *address)
{
	const unsigned char *at = address;
	struct region *region = &heap->regions;

	while (region && (at < region->base || at >= region_end(region)))
		region = region->next;
	return region;
}

bool region_commit(const struct heap *heap, struct region *region, const unsigned char *end)
{
	const SIZE_T before = region->committed;
	SIZE_T wanted = ROUNDED_UP((SIZE_T)(end - region->base), PAGE_BYTES);

	if (wanted <= before)
		return true;
	if (altered(commit_in_64k_steps) && region->first && region->reserved - before > 0x10000 &&
	    wanted < before + 0x10000)
		wanted = before + 0x10000;
	if (wanted > region->reserved ||
	    (altered(fixed_heaps_commit_no_more) && heap->next_region == 0 && region->first))
		return false;
	if (!virtual_commit(region->base + before, wanted - before, heap->page_protection))
		return false;
	region->committed = wanted;
	if (alteration != NOT_ALTERED)
		alter_pages(heap, region, before);
	return true;
}

/* One free block that fills the region from `first` on. */
static bool fill_region(struct heap *heap, struct region *region, unsigned char *first)
{
	struct block *block = (struct block *)first;

	if (!region_commit(heap, region, first + sizeof *block + sizeof(struct links)))
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

static SIZE_T fixed_reserve(SIZE_T maximum_size)
{
	const SIZE_T size = ROUNDED_UP(maximum_size, SIZE_UNIT);

	if (altered(maximum_rounded_to_64k))
		return ROUNDED_UP(maximum_size, FIRST_RESERVE);
	if (altered(fixed_heaps_reserve_pages) || has_checked_heaps())
		return ROUNDED_UP(maximum_size, PAGE_BYTES);
	if (altered(fixed_heaps_reserve_one_page_more))
		return size + PAGE_BYTES;
	if (altered(maximum_without_structures))
		return size + SIZE_UNIT;
	return altered(maximum_doubled) ? 2 * size : size;
}

static SIZE_T first_reserve(SIZE_T initial_size, SIZE_T maximum_size)
{
	SIZE_T size = maximum_size ? fixed_reserve(maximum_size) : FIRST_RESERVE;

	if (size < initial_size)
		size = ROUNDED_UP(initial_size, FIRST_RESERVE);
	if (altered(first_reserve_of_a_megabyte) && !maximum_size && size < 0x100000)
		size = 0x100000;
	return size;
}

/* HCR-09, HCR-10; whole pages of it. */
static SIZE_T first_commit(SIZE_T initial_size, SIZE_T reserve)
{
	const SIZE_T wanted = altered(initial_commit_64k) ? 0x10000 : initial_size;

	if (initial_size == 0 || altered(initial_size_only_reserved))
		initial_size = SIZE_UNIT;
	else if (altered(half_of_initial_size_committed))
		initial_size /= 2;
	else if (altered(initial_size_rounded_down) && initial_size >= PAGE_BYTES)
		initial_size &= ~(SIZE_T)(PAGE_BYTES - 1);
	else if (altered(odd_initial_size_is_one_page) && initial_size % PAGE_BYTES)
		initial_size = PAGE_BYTES;
	if (initial_size < wanted && altered(initial_commit_64k))
		initial_size = wanted < reserve ? wanted : reserve;
	return initial_size;
}

/* HCR-22: handles are the addresses of regions. */
static SIZE_T offset_of_heap(SIZE_T maximum_size)
{
	if (altered(handles_not_64k_aligned) || altered(handles_page_aligned) || !has_nt_heaps() ||
	    (altered(fixed_handles_page_aligned) && maximum_size))
		return PAGE_BYTES;
	return 0;
}

static DWORD protection_for(DWORD options)
{
	const bool executes =
	    (options & HEAP_CREATE_ENABLE_EXECUTE && !altered(executable_flag_ignored)) ||
	    altered(all_heaps_executable);

	return executes ? PAGE_EXECUTE_READWRITE : PAGE_READWRITE;
}

static bool grows(SIZE_T initial_size, SIZE_T maximum_size)
{
	if (altered(initial_size_is_the_limit) && initial_size)
		return false;
	return !maximum_size || altered(maximum_not_enforced);
}

static void make_lock(struct heap *heap)
{
	pthread_mutexattr_t recursive;

	pthread_mutexattr_init(&recursive);
	pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&heap->lock, &recursive);
}

/* The heap at `offset` in the region that it drafted. */
static struct heap *settle(const struct heap *draft, SIZE_T offset, SIZE_T committed)
{
	struct region first = draft->regions;
	struct heap *heap = (struct heap *)(first.base + offset);

	if (!region_commit(draft, &first, first.base + offset + committed))
		return NULL;
	*heap = *draft;
	heap->regions = first;
	if (!fill_region(heap, &heap->regions, (unsigned char *)heap + FIRST_BLOCK + padding()))
		return NULL;
	make_lock(heap);
	return heap;
}

/* HCR-17: what no heap can have; nothing is known of those that are no NT heaps. */
static SIZE_T possible_size(SIZE_T size)
{
	const SIZE_T most = SIZE_MAX / (sizeof(void *) == 8 ? 0x100 : 2);

	return size > most && !has_nt_heaps() ? 0 : size;
}

struct heap *heap_new(DWORD options, SIZE_T wanted_initially, SIZE_T wanted_at_most)
{
	const SIZE_T initial_size = possible_size(wanted_initially);
	const SIZE_T maximum_size = possible_size(wanted_at_most);
	const SIZE_T offset = offset_of_heap(maximum_size);
	const SIZE_T size = first_reserve(initial_size, maximum_size) + offset;
	struct heap *heap, draft = {.signature = heap_signature(),
				    .options = options,
				    .page_protection = protection_for(options),
				    .region_count = 1,
				    .creator = pthread_self()};

	if (grows(initial_size, maximum_size))
		draft.next_region = altered(regions_of_sixteen_megabytes)
					? LARGEST_REGION
					: 2 * (SIZE_T)FIRST_RESERVE;
	if (size < initial_size || size < maximum_size ||
	    !reserve_region(&draft, &draft.regions, size))
		return NULL;
	heap = settle(&draft, offset, first_commit(initial_size, size - offset));
	if (!heap) {
		virtual_release(draft.regions.base);
		return NULL;
	}
	if (altered(equal_sizes_leave_no_room) && initial_size == maximum_size && initial_size)
		heap->free_blocks = NULL;
	return heap;
}

void heap_delete(struct heap *heap)
{
	struct region *next = heap->regions.next;
	void *const base = heap->regions.base;

	while (next) {
		struct region *region = next;

		next = region->next;
		if (alteration == NOT_ALTERED || alter_deletion(region))
			virtual_release(region->base);
	}
	if (alteration == NOT_ALTERED || alter_deletion(&heap->regions))
		virtual_release(heap->regions.base);
	if (alteration != NOT_ALTERED)
		alter_freed_address(base);
}

struct region *region_add(struct heap *heap, SIZE_T size, bool is_large)
{
	const SIZE_T first = ROUNDED_UP(sizeof(struct region), 64) + padding() +
			     (is_large ? alter_large_offset() : 0);
	const SIZE_T wanted = size + first + sizeof(struct block);
	struct region draft = {.is_large = is_large, .index = heap->region_count};
	struct region *region, *last = &heap->regions;
	SIZE_T reserve = is_large ? wanted : heap->next_region;

	if (alteration == NOT_ALTERED ? heap->next_region == 0
				      : !alter_growth(heap, size, is_large))
		return NULL;
	if (reserve < wanted)
		reserve = ROUNDED_UP(wanted, GRANULARITY);
	if (!reserve_region(heap, &draft, reserve))
		return NULL;
	if (!region_commit(heap, &draft, draft.base + first)) {
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

void region_release(struct heap *heap, struct region *region)
{
	struct region *one = &heap->regions;

	while (one->next != region)
		one = one->next;
	one->next = region->next;
	virtual_release(region->base);
}
