/* SPDX-License-Identifier: MIT */
/* What mutants and variants tell of the pieces of a heap: a line or two for each. */
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "environment.h"
#include "virtual.h"
#include "walk-altered.h"

static void *moved(void *address, ptrdiff_t bytes)
{
	return (unsigned char *)address + bytes;
}

static void drop(struct sequence *sequence, size_t index)
{
	sequence->count--;
	memmove(&sequence->told[index], &sequence->told[index + 1],
		(sequence->count - index) * sizeof *sequence->told);
}

/* Room for one behind it, with the same content. */
static struct told *repeat(struct sequence *sequence, size_t index)
{
	struct told *again = &sequence->told[index + 1];

	memmove(again, again - 1, (sequence->count - index) * sizeof *again);
	sequence->count++;
	return again;
}

/* The last of a kind; the number of all where there is none. */
static size_t last_of(const struct sequence *sequence, enum piece_kind kind)
{
	size_t index = sequence->count;

	while (index && sequence->told[index - 1].piece.kind != kind)
		index--;
	return index ? index - 1 : sequence->count;
}

/* ---- One entry ---------------------------------------------------------------------------------
 */

/* HWK-07, HWK-08, HWK-13, HWK-28, HWK-33. */
static void alter_region(struct walk_entry *entry, const struct region *region)
{
	void *const first = entry->first_block;

	if (altered(region_blocks_exchanged)) {
		entry->first_block = entry->last_block;
		entry->last_block = first;
	}
	if (altered(region_has_no_last_block))
		entry->last_block = NULL;
	if (altered(region_data_behind_handle))
		entry->data = moved(entry->data, 0x40);
	if (altered(region_has_ddeshare))
		entry->flags |= ENTRY_DDESHARE;
	if (altered(first_block_is_region))
		entry->first_block = entry->data;
	if (altered(last_block_at_committed_end))
		entry->last_block = region->base + region->committed;
	if (altered(last_block_behind_region))
		entry->last_block = moved(entry->last_block, PAGE_BYTES);
	if (altered(region_size_is_reserved))
		entry->size = (DWORD)region->reserved;
	if (altered(further_regions_have_no_sizes) && region->index)
		entry->committed = entry->uncommitted = 0;
	if (altered(uncommitted_range_a_page_short) && entry->uncommitted)
		entry->last_block = moved(entry->last_block, -PAGE_BYTES);
}

/* HWK-09, HWK-10, HWK-16. */
static void alter_busy(struct walk_entry *entry)
{
	if (altered(busy_sizes_rounded_up) || is_unusual_environment())
		entry->size = (entry->size + 16) & ~(DWORD)15;
	if (altered(busy_sizes_include_overhead))
		entry->size += entry->overhead ? entry->overhead : 64;
	if (altered(busy_data_at_header))
		entry->data = moved(entry->data, -16);
	if (altered(busy_entries_not_flagged))
		entry->flags = 0;
	if (altered(busy_entries_have_further_flags))
		entry->flags |= ENTRY_SEGMENT | 0x40;
}

/* HWK-13, HWK-15, HWK-16, HWK-29. */
static void alter_large(struct walk_entry *entry, const struct region *region)
{
	if (altered(large_block_not_busy))
		entry->flags = 0;
	if (altered(large_block_at_region))
		entry->data = region->base;
	if (altered(large_block_is_region))
		entry->flags |= ENTRY_REGION;
	if (altered(large_block_told_as_region))
		entry->flags = ENTRY_REGION;
	if (altered(large_blocks_have_ddeshare))
		entry->flags |= ENTRY_DDESHARE;
}

/* HWK-09, HWK-13, HWK-14, HWK-36. */
static void alter_free(struct walk_entry *entry, unsigned walks)
{
	if (altered(free_blocks_busy))
		entry->flags = ENTRY_BUSY;
	if (altered(free_blocks_moveable))
		entry->flags |= ENTRY_MOVEABLE;
	if (altered(free_blocks_told_as_regions))
		entry->flags = ENTRY_REGION;
	if (altered(free_sizes_grow_with_each_walk))
		entry->size += 8 * walks;
}

/* HWK-12. */
static void alter_uncommitted(struct walk_entry *entry, const struct region *region)
{
	if (altered(uncommitted_range_at_region))
		entry->data = region->base;
	if (altered(uncommitted_range_a_page_early))
		entry->data = moved(entry->data, -PAGE_BYTES);
	if (altered(uncommitted_range_a_page_short))
		entry->size -= PAGE_BYTES;
}

static void alter_entry(struct told *told, unsigned walks)
{
	const struct region *region = told->piece.region;
	struct walk_entry *entry = &told->entry;

	switch (told->piece.kind) {
	case PIECE_REGION:
		alter_region(entry, region);
		break;
	case PIECE_LARGE:
		alter_busy(entry);
		alter_large(entry, region);
		break;
	case PIECE_BUSY:
		alter_busy(entry);
		break;
	case PIECE_FREE:
		alter_free(entry, walks);
		break;
	default:
		alter_uncommitted(entry, region);
	}
	if (altered(overheads_differ) && told->piece.kind != PIECE_UNCOMMITTED) {
		entry->overhead = entry->overhead ? 8 : 64;
		entry->region_index = 64;
	}
}

/* ---- Which entries -----------------------------------------------------------------------------
 */

static bool is_left_out(const struct sequence *sequence, size_t index, unsigned walks)
{
	const struct piece *piece = &sequence->told[index].piece;

	switch (piece->kind) {
	case PIECE_REGION:
		return altered(first_region_not_told) || is_unusual_environment();
	case PIECE_BUSY:
		return (altered(small_blocks_not_told) && piece->size < 512) ||
		       (altered(last_block_not_told) && index == last_of(sequence, PIECE_BUSY));
	case PIECE_LARGE:
		return altered(large_blocks_not_told) || (altered(newest_large_block_not_told) &&
							  index == last_of(sequence, PIECE_LARGE));
	case PIECE_FREE:
		return altered(free_blocks_not_told) || is_unusual_environment() ||
		       (altered(free_blocks_told_in_turn) && walks % 2 == 0);
	default:
		return is_unusual_environment();
	}
}

/* HWK-04, HWK-19, HWK-34 and the others: what is not told. */
static void leave_out(struct sequence *sequence, unsigned walks)
{
	for (size_t i = sequence->count; i-- > 0;)
		if (is_left_out(sequence, i, walks))
			drop(sequence, i);
	for (size_t i = sequence->count; altered(two_of_three_not_told) && i-- > 0;)
		if (i % 3)
			drop(sequence, i);
	if ((altered(heap_without_blocks_shows_nothing) && sequence->busy == 0) ||
	    (altered(heap_of_one_block_shows_nothing) && sequence->busy == 1) ||
	    (altered(process_heap_shows_nothing) && sequence->heap == process_heap()))
		sequence->count = 0;
}

/* HWK-09, HWK-15: one entry more. */
static void tell_twice(struct sequence *sequence)
{
	size_t index = sequence->count;

	if (altered(last_block_told_twice))
		index = last_of(sequence, PIECE_BUSY);
	if (altered(large_block_told_twice))
		index = last_of(sequence, PIECE_LARGE);
	if (index < sequence->count)
		repeat(sequence, index)->entry.flags |= ENTRY_AGAIN;
}

/* HWK-12: a range in two parts, or one of no size behind a region that is committed as a whole. */
static void tell_more_ranges(struct sequence *sequence)
{
	const size_t index = last_of(sequence, PIECE_UNCOMMITTED);
	struct told *second;

	if (altered(uncommitted_range_in_two) && sequence->busy && index < sequence->count &&
	    sequence->told[index].entry.size > PAGE_BYTES) {
		second = repeat(sequence, index);
		second->entry.data = moved(second->entry.data, PAGE_BYTES);
		second->entry.size -= PAGE_BYTES;
		second[-1].entry.size = PAGE_BYTES;
	}
	if (altered(empty_range_told) && index == sequence->count && index) {
		second = repeat(sequence, index - 1);
		second->entry = (struct walk_entry){.flags = ENTRY_UNCOMMITTED};
		second->entry.data = second->piece.region->base + second->piece.region->committed;
	}
}

/* HWK-22: known of Windows once the low-fragmentation heap is on. */
static void tell_last_region(struct sequence *sequence)
{
	struct told *last;
	const bool is_more =
	    altered(walk_ends_with_region) ||
	    (altered(low_fragmentation_by_itself) && sequence->heap->compatibility);

	if (!is_more || !sequence->count)
		return;
	last = repeat(sequence, sequence->count - 1);
	*last = sequence->told[0];
	last->entry.flags = ENTRY_REGION;
	last->entry.data = moved(sequence->heap, 0x80);
	last->entry.size = 0x80;
}

/* HWK-11: behind the first entry the highest address comes first. */
static void tell_backwards(struct sequence *sequence)
{
	if (!altered(blocks_told_backwards) || !sequence->count)
		return;
	for (size_t i = 1, k = sequence->count - 1; i < k; i++, k--) {
		const struct told kept = sequence->told[i];

		sequence->told[i] = sequence->told[k];
		sequence->told[k] = kept;
	}
}

void alter_sequence(struct sequence *sequence, unsigned walks)
{
	leave_out(sequence, walks);
	for (size_t i = 0; i < sequence->count; i++)
		alter_entry(&sequence->told[i], walks);
	tell_twice(sequence);
	tell_more_ranges(sequence);
	tell_last_region(sequence);
	tell_backwards(sequence);
	if (altered(first_entry_has_no_address) && sequence->count)
		sequence->told[0].entry.data = NULL;
}
