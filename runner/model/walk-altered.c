/* SPDX-License-Identifier: MIT */
/*
 * A walk of a mutant or a variant: every step lists the whole heap, alters the list, looks the
 * caller's entry up in it and takes the next. So whatever was altered is the same from step to
 * step, and nothing has to be kept but what a mutant keeps by mistake.
 */
#include <stdlib.h>
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "lock-altered.h"
#include "walk-altered.h"

enum { LOW_FLAGS = 0x1F };

static unsigned walks;                  /* that were begun */
static const struct walk_entry *latest; /* the structure of the last step */
static const struct walk_entry *ended;  /* one with which a walk came to its end */
static size_t position;                 /* of the last step: behind the entry it told */
static void *forgotten;                 /* a large block that was freed */

void walk_forgets(void *memory)
{
	forgotten = memory;
}

/* ---- What there is -----------------------------------------------------------------------------
 */

static size_t count_pieces(struct heap *heap)
{
	struct piece piece = {.kind = PIECE_NONE};
	size_t count = 0;

	while (heap_next_piece(heap, &piece))
		count++;
	return count;
}

static void add(struct sequence *sequence, const struct piece *piece)
{
	struct told *told = &sequence->told[sequence->count++];

	told->piece = *piece;
	walk_describe(piece, &told->entry);
	sequence->busy += piece->kind == PIECE_BUSY || piece->kind == PIECE_LARGE;
}

static bool list_pieces(struct sequence *sequence)
{
	struct piece piece = {.kind = PIECE_NONE};

	sequence->told = calloc(2 * count_pieces(sequence->heap) + 4, sizeof *sequence->told);
	if (!sequence->told)
		return false;
	while (heap_next_piece(sequence->heap, &piece))
		add(sequence, &piece);
	if (altered(freed_large_block_still_told) && forgotten) {
		piece = (struct piece){.kind = PIECE_LARGE,
				       .address = forgotten,
				       .size = 0x100000,
				       .region = &sequence->heap->regions};
		add(sequence, &piece);
	}
	return true;
}

/* ---- Where one is ------------------------------------------------------------------------------
 */

/* HWK-03, HWK-19, HWK-20, HWK-23 to HWK-25, HWK-30: what keeps a step from its place; 0: nothing.
 */
static DWORD hindrance(const struct heap *heap, const struct walk_entry *entry)
{
	const bool begins = !entry->data;

	if ((altered(start_wants_clear_entry) && begins && entry->flags) ||
	    (altered(process_heap_walk_refused) && heap == process_heap()))
		return ERROR_INVALID_PARAMETER;
	if ((altered(start_reads_flags) && begins && entry->flags & LOW_FLAGS) ||
	    (altered(entry_ends_once) && begins && entry == ended) ||
	    (altered(new_walk_ends_others) && !begins && entry != latest))
		return ERROR_NO_MORE_ITEMS;
	if ((altered(owner_walk_refused) && is_locked_by_me(heap)) ||
	    (altered(walk_with_waiter_refused) && waiting_threads()) ||
	    (altered(abandoned_walk_stops_next) && begins && position))
		return ERROR_BUSY;
	return 0;
}

/* A mutant that keeps the place itself. */
static bool is_place_kept(const struct walk_entry *entry)
{
	if (entry->data)
		return altered(walks_share_position);
	return (altered(abandoned_walk_goes_on) ||
		(altered(abandoned_entry_goes_on) && entry == latest));
}

/* Flags tell apart what begins at the same address, where they are in their place. */
static bool is_same(const struct walk_entry *told, const struct walk_entry *entry)
{
	return told->data == entry->data &&
	       (told->flags == entry->flags || altered(entry_members_behind_wide_size) ||
		altered(entry_flags_in_front));
}

/* The number of the entry to tell; one beyond all where the last was no entry. */
static size_t find_place(const struct sequence *sequence, const struct walk_entry *entry)
{
	size_t index = 0;

	if (is_place_kept(entry))
		return position;
	if (!entry->data)
		return 0;
	while (index < sequence->count && !is_same(&sequence->told[index].entry, entry))
		index++;
	return index + 1;
}

/* ---- What is stored ----------------------------------------------------------------------------
 */

/* HWK-27. */
static void store_odd(struct walk_entry *entry, const struct walk_entry *told)
{
	unsigned char *const at = (unsigned char *)entry;
	const SIZE_T size = told->size;

	*entry = *told;
	if (altered(entry_cleared_behind))
		memset(at + sizeof *entry, 0, 16);
	if (altered(entry_members_behind_wide_size)) {
		memset(at, 0, sizeof *entry);
		memcpy(at, &told->data, sizeof told->data);
		memcpy(at + sizeof told->data, &size, sizeof size);
		memcpy(at + 2 * sizeof told->data, &told->overhead, 4);
	}
	if (altered(entry_flags_in_front)) {
		entry->region_index = (BYTE)told->flags;
		entry->flags = 0;
	}
}

static void store(struct walk_entry *entry, const struct told *told)
{
	struct walk_entry before = *entry;

	if (altered(entries_filled_behind_flags))
		memset(&before, 0xCC, sizeof before);
	store_odd(entry, &told->entry);
	if (!(told->entry.flags & ENTRY_REGION)) { /* what an entry does not have is left alone */
		entry->committed = before.committed;
		entry->uncommitted = before.uncommitted;
		entry->first_block = before.first_block;
		entry->last_block = before.last_block;
	}
	if (altered(walk_clears_first_bytes) && told->piece.kind == PIECE_BUSY && told->piece.size)
		*(unsigned char *)told->piece.address = 0;
}

static DWORD end_walk(struct walk_entry *entry)
{
	position = 0;
	latest = NULL;
	ended = entry;
	if (altered(walk_end_clears_entry))
		*entry = (struct walk_entry){0};
	return altered(walk_ends_like_snapshots) ? ERROR_NO_MORE_FILES : ERROR_NO_MORE_ITEMS;
}

static DWORD tell(const struct sequence *sequence, struct walk_entry *entry)
{
	size_t place = find_place(sequence, entry), count = sequence->count;

	if (place > count)
		return ERROR_INVALID_PARAMETER;
	if (altered(heap_without_blocks_is_refused) && !sequence->busy)
		return ERROR_INVALID_PARAMETER;
	if (altered(walk_with_waiter_ends_early) && waiting_threads())
		count /= 2;
	if (altered(walk_never_ends) && place == count)
		place = 0;
	if (place >= count)
		return end_walk(entry);
	store(entry, &sequence->told[place]);
	latest = entry;
	ended = NULL;
	position = place + 1;
	return 0;
}

DWORD walk_altered(struct heap *heap, struct walk_entry *entry)
{
	struct sequence sequence = {.heap = heap};
	DWORD error = hindrance(heap, entry);

	if (error)
		return error;
	walks += !entry->data;
	if (!list_pieces(&sequence))
		return ERROR_NOT_ENOUGH_MEMORY;
	alter_sequence(&sequence, walks);
	error = tell(&sequence, entry);
	free(sequence.told);
	return error;
}
