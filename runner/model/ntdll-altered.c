/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of the functions of ntdll alone. */
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "ntdll.h"
#include "walk.h"

/* ---- The list of heaps -------------------------------------------------------------------------
 */

static bool is_of_ntdll(HANDLE handle)
{
	const struct heap *heap = handle;

	return heap && heap != process_heap() && !heap->is_private;
}

static void drop(struct listing *listing, DWORD index)
{
	memmove(listing->heaps + index, listing->heaps + index + 1,
		(listing->count - index - 1) * sizeof(HANDLE));
	listing->count--;
	listing->total--;
}

/* The last becomes the first. */
static void turn_back(struct listing *listing)
{
	const HANDLE last = listing->heaps[listing->count - 1];

	memmove(listing->heaps + 1, listing->heaps, (listing->count - 1) * sizeof(HANDLE));
	listing->heaps[0] = last;
}

/* The first and the last stay where they are. */
static void turn_middle_around(struct listing *listing)
{
	for (DWORD i = 1, k = listing->count - 2; i < k && k < listing->count; i++, k--) {
		const HANDLE kept = listing->heaps[i];

		listing->heaps[i] = listing->heaps[k];
		listing->heaps[k] = kept;
	}
}

static void alter_members(struct listing *listing)
{
	const DWORD count = listing->count;

	if (altered(ntdll_list_lacks_its_own_heaps))
		for (DWORD i = count; i-- > 0;)
			if (is_of_ntdll(listing->heaps[i]))
				drop(listing, i);
	for (DWORD i = 0; i < count; i++) {
		if (altered(ntdll_creation_counts_twice) && is_of_ntdll(listing->heaps[i]))
			listing->total++;
		if (altered(ntdll_list_repeats_its_own_heaps) && is_of_ntdll(listing->heaps[i])) {
			listing->heaps[listing->count++] = listing->heaps[i];
			listing->total++;
		}
	}
	if (altered(ntdll_list_in_another_order))
		turn_middle_around(listing);
	if (altered(ntdll_list_begins_with_newest))
		turn_back(listing);
	if (altered(ntdll_list_ends_with_process_heap))
		for (DWORD i = 1; i < count; i++)
			turn_back(listing);
}

DWORD alter_ntdll_list(struct listing *listing, DWORD count, HANDLE *array)
{
	bool small;
	DWORD stored;

	if (listing->count)
		alter_members(listing);
	stored = listing->count < count ? listing->count : count;
	small = count && count < listing->total;
	if (altered(ntdll_small_array_gets_nothing) && small)
		return listing->total;
	if (stored)
		memcpy(array, listing->heaps, stored * sizeof(HANDLE));
	if (altered(ntdll_small_array_gets_one_more) && small)
		array[count] = listing->heaps[count];
	if (altered(ntdll_small_array_begins_with_null) && small)
		array[0] = NULL;
	if ((altered(ntdll_query_returns_zero) && count == 0) ||
	    (altered(ntdll_small_array_returns_stored) && small))
		return stored;
	return listing->total;
}

/* ---- Walks -------------------------------------------------------------------------------------
 */

void alter_ntdll_walk(const struct walk_entry *walked, struct ntdll_walk_entry *entry)
{
	const bool is_region = walked->flags & ENTRY_REGION;
	void *const first = entry->first_block;

	if (altered(ntdll_walk_sizes_in_units) && !is_region)
		entry->size /= HEAP_ALIGNMENT;
	if (altered(ntdll_walk_data_at_header) && !is_region)
		entry->data = (unsigned char *)entry->data - HEAP_ALIGNMENT;
	if (altered(ntdll_walk_numbers_regions_from_one))
		entry->region_index++;
	if (altered(ntdll_walk_knows_no_overhead))
		entry->overhead = 0;
	if (altered(ntdll_walk_swaps_first_and_last) && is_region) {
		entry->first_block = entry->last_block;
		entry->last_block = first;
	}
	if (altered(ntdll_walk_counts_pages) && is_region)
		entry->committed /= 0x1000;
	if (altered(ntdll_walk_has_kernel32_layout) && sizeof(void *) == 8)
		memcpy(entry, walked, sizeof *walked);
	if (altered(ntdll_walk_writes_behind))
		*(DWORD *)(entry + 1) = 0;
	if (altered(ntdll_flags_of_windows_7) && walked->flags & ENTRY_BUSY)
		entry->flags |= 0x400;
	if (altered(ntdll_flags_of_windows_7) && is_region)
		entry->flags |= 0x100;
}
