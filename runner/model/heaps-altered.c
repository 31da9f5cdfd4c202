/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of HeapCreate, HeapDestroy and the memory of heaps. */
#include <string.h>
#include <sys/mman.h>

#include "alter.h"
#include "blocks-altered.h"
#include "enumerate.h"
#include "heap-blocks.h"
#include "virtual.h"

static unsigned creations, destructions;
static struct heap *first_private, *newest_private;

/* ---- Memory ------------------------------------------------------------------------------------
 */

static SIZE_T reserved_by(const struct heap *heap)
{
	SIZE_T sum = 0;

	for (const struct region *region = &heap->regions; region; region = region->next)
		sum += region->reserved;
	return sum;
}

bool alter_growth(const struct heap *heap, SIZE_T size, bool is_large)
{
	const SIZE_T maximum = heap->regions.reserved;

	if (altered(growth_ends_at_eight_megabytes) && reserved_by(heap) > 0x800000)
		return false;
	if (altered(large_blocks_refused) && is_large)
		return false;
	if (altered(fixed_heaps_have_large_blocks) && is_large)
		return true;
	if (altered(whole_maximum_from_outside) && is_large && size >= maximum &&
	    size < maximum + PAGE_BYTES)
		return true;
	return heap->next_region != 0;
}

/* What the host lets the program do there; what VirtualQuery says stays as it was. */
static void protect_secretly(unsigned char *at, SIZE_T size, bool executes)
{
	mprotect(at, size, PROT_READ | PROT_WRITE | (executes ? PROT_EXEC : 0));
}

void alter_pages(const struct heap *heap, const struct region *region, SIZE_T before)
{
	const bool executes = heap->page_protection == PAGE_EXECUTE_READWRITE;
	unsigned char *const at = region->base + before, *const end = region_end(region);
	const SIZE_T size = region->committed - before;

	if (!executes) {
		if (altered(plain_heaps_run_code))
			protect_secretly(at, size, true);
		return;
	}
	if (altered(executable_in_name_only) ||
	    (altered(small_blocks_do_not_run) && !region->is_large) ||
	    (altered(large_blocks_executable_in_name_only) && region->is_large))
		protect_secretly(at, size, false);
	if (altered(large_blocks_not_executable) && region->is_large)
		virtual_commit(at, size, PAGE_READWRITE);
	if (altered(large_blocks_end_not_executable) && region->is_large && at + size == end)
		protect_secretly(end - PAGE_BYTES, PAGE_BYTES, false);
}

bool alter_deletion(const struct region *region)
{
	if (altered(destruction_only_decommits)) {
		virtual_commit(region->base, region->reserved, 0);
		return false;
	}
	if (altered(destruction_keeps_memory) ||
	    (altered(destruction_keeps_large_blocks) && region->is_large))
		return false;
	if (destructions <= 100)
		return true;
	return !altered(destruction_tires) &&
	       !(altered(destroyed_large_blocks_pile_up) && region->is_large);
}

void alter_freed_address(void *base)
{
	static unsigned times;

	if (altered(freed_addresses_taken) && ++times <= 3)
		virtual_reserve(base, GRANULARITY, PAGE_READWRITE, MEM_PRIVATE);
}

/* ---- HeapCreate --------------------------------------------------------------------------------
 */

struct heap *newest_private_heap(void)
{
	return newest_private;
}

static bool is_one_flag(DWORD flags)
{
	return (flags & (flags - 1)) == 0;
}

static bool is_refused(const struct creation *creation)
{
	const SIZE_T initial = creation->initial_size, maximum = creation->maximum_size;

	return (altered(growable_heaps_not_made) && !initial && !maximum) ||
	       (altered(odd_maximum_refused) && maximum % PAGE_BYTES) ||
	       (altered(equal_sizes_refused) && initial && initial == maximum) ||
	       (altered(fixed_heaps_below_a_page_refused) && maximum && maximum < PAGE_BYTES) ||
	       (altered(fixed_heaps_below_64k_refused) && maximum && maximum < GRANULARITY) ||
	       (altered(combined_creation_flags_refused) && !is_one_flag(creation->options)) ||
	       (altered(initial_above_maximum_refused) && maximum && initial > maximum);
}

static void cut_to_possible(SIZE_T *size)
{
	const SIZE_T possible = 0x1000000;

	if (*size > (SIZE_MAX >> (sizeof(SIZE_T) == 8 ? 20 : 2)))
		*size = possible;
}

bool alter_creation(struct creation *creation)
{
	creation->heap = NULL;
	if (is_refused(creation))
		return true;
	if (altered(impossible_maximum_is_cut))
		cut_to_possible(&creation->maximum_size);
	if (altered(impossible_initial_size_is_cut))
		cut_to_possible(&creation->initial_size);
	if (altered(every_second_creation_repeats) && ++creations % 2 == 0)
		creation->heap = newest_private;
	if (altered(third_heap_is_first) && ++creations > 2)
		creation->heap = first_private;
	return creation->heap != NULL;
}

void alter_created(struct creation *creation)
{
	struct heap *const heap = creation->heap;

	if (altered(new_heaps_serve_nothing) && !creation->initial_size && !creation->maximum_size)
		heap->serves_nothing = true;
	if (altered(combined_creation_flags_serve_nothing) && !is_one_flag(heap->options))
		heap->serves_nothing = true;
	if (!first_private)
		first_private = heap;
	newest_private = heap;
}

void alter_failed_creation(void)
{
	struct heap *heap;

	if (altered(failed_creation_adds_heap) && (heap = heap_new(0, 0, 0)))
		list_add(heap);
	if (altered(failed_creation_lists_process_heap))
		list_add(process_heap());
}

/* ---- HeapDestroy -------------------------------------------------------------------------------
 */

static unsigned blocks_in_use(struct heap *heap)
{
	struct piece piece = {.kind = PIECE_NONE};
	unsigned count = 0;

	while (heap_next_piece(heap, &piece))
		count += piece.kind == PIECE_BUSY || piece.kind == PIECE_LARGE;
	return count;
}

static void clear_blocks(struct heap *heap)
{
	struct piece piece = {.kind = PIECE_NONE};

	while (heap_next_piece(heap, &piece))
		if (piece.kind == PIECE_BUSY || piece.kind == PIECE_LARGE)
			memset(piece.address, 0, piece.size);
}

static bool is_kept(struct heap *heap)
{
	const unsigned count = blocks_in_use(heap);

	return (altered(unused_heaps_not_destroyed) && count == 0) ||
	       (altered(heaps_in_use_not_destroyed) && count > 0) ||
	       (altered(heaps_much_in_use_not_destroyed) && count > 100) ||
	       (altered(fixed_heaps_not_destroyed) && heap->next_region == 0) ||
	       (altered(unserialized_heaps_not_destroyed) && heap->options & HEAP_NO_SERIALIZE);
}

bool alter_destruction(struct heap *heap)
{
	if (is_kept(heap))
		return true;
	destructions++;
	if (newest_private == heap)
		newest_private = NULL;
	if (first_private == heap)
		first_private = NULL;
	return false;
}

/* For each heap that is left. */
static void suffer(struct heap **listed)
{
	struct heap *const heap = *listed;

	if (!heap || !heap->is_private)
		return;
	if (altered(destruction_clears_other_heaps))
		clear_blocks(heap);
	if (altered(destruction_ends_other_heaps))
		heap->serves_nothing = true;
	if (altered(destruction_ends_frees_of_others))
		heap->frees_nothing = true;
	if (altered(destruction_forgets_large_sizes))
		heap->forgets_large = true;
}

void alter_destroyed(void)
{
	list_each(suffer);
}
