/* SPDX-License-Identifier: MIT */
/*
 * The blocks of a heap, and memory of the own process. A walk is a copy that Heap32First takes, so
 * that the heap may change under it; one that is not walked to its end stays for as long as the
 * process does.
 * Pages: https://learn.microsoft.com/windows/win32/api/tlhelp32/
 */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "alter.h"
#include "enumerate.h"
#include "environment.h"
#include "imports.h"
#include "teb.h"
#include "toolhelp.h"

enum { BLOCK_FIXED = 1, BLOCK_FREE = 2 };

struct walk {
	struct walk *later;
	DWORD number;
	SIZE_T next, count, room;
	struct piece *pieces;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct walk *walks;

/* ---- Walks -------------------------------------------------------------------------------------
 */

static void drop(struct walk *walk)
{
	struct walk **link = &walks;

	while (*link && *link != walk)
		link = &(*link)->later;
	if (*link)
		*link = walk->later;
	free(walk->pieces);
	free(walk);
}

static bool keep(struct walk *walk, const struct piece *piece)
{
	if (walk->count == walk->room) {
		const SIZE_T room = walk->room ? 2 * walk->room : 64;
		struct piece *larger = realloc(walk->pieces, room * sizeof *larger);

		if (!larger)
			return false;
		walk->pieces = larger;
		walk->room = room;
	}
	walk->pieces[walk->count++] = *piece;
	return true;
}

static bool is_listed(const struct piece *piece)
{
	switch (piece->kind) {
	case PIECE_REGION:
		return altered(tool_help_walks_regions);
	case PIECE_FREE:
		return !altered(tool_help_walks_blocks_in_use);
	case PIECE_BUSY:
	case PIECE_LARGE:
		return true;
	default:
		return false;
	}
}

/* NULL where the host gives no memory. */
static struct walk *new_walk(struct heap *heap)
{
	static DWORD number;
	struct walk *walk = calloc(1, sizeof *walk);
	struct piece piece = {.kind = PIECE_NONE};
	bool good = walk != NULL;

	heap_enter(heap, 0, USE_WALK);
	while (good && heap_next_piece(heap, &piece))
		good = !is_listed(&piece) || keep(walk, &piece);
	heap_leave(heap, 0, USE_WALK);
	if (!good) {
		if (walk)
			drop(walk);
		return NULL;
	}
	walk->number = ++number;
	walk->later = walks;
	walks = walk;
	return walk;
}

/* TLH-09, TLH-10. */
static BOOL no_more_blocks(void)
{
	if (altered(block_walk_ends_without_error))
		return FALSE;
	return refused(altered(block_walk_ends_with_no_more_items) ? ERROR_NO_MORE_ITEMS
								   : ERROR_NO_MORE_FILES);
}

/* TLH-12. The caller holds the lock. */
static BOOL next_block(struct walk *walk, struct heap_block_entry *entry)
{
	const struct piece *piece = walk->pieces + walk->next;
	const bool is_first = walk->next == 0;

	if (walk->next >= walk->count) {
		drop(walk);
		return no_more_blocks();
	}
	walk->next++;
	entry->size = sizeof *entry;
	entry->handle = piece->address;
	entry->address = (uintptr_t)piece->address;
	entry->block_size = piece->size;
	entry->flags = piece->kind == PIECE_FREE ? BLOCK_FREE : BLOCK_FIXED;
	if (!altered(lock_count_left_unset))
		entry->lock_count = 0;
	entry->walk = walk->number;
	alter_block_entry(entry, is_first);
	return succeeded();
}

/* TLH-22. */
static bool has_size(const struct heap_block_entry *entry)
{
	if (entry->size >= sizeof *entry || altered(block_first_ignores_size))
		return true;
	set_last_error(altered(missing_size_is_bad_length) ? ERROR_BAD_LENGTH
							   : ERROR_INVALID_PARAMETER);
	return false;
}

static BOOL unknown_heap(uintptr_t id)
{
	if (altered(unknown_heap_id_sets_no_error))
		return FALSE;
	if (altered(unknown_heap_id_is_invalid) && !id)
		return refused(ERROR_INVALID_PARAMETER);
	return refused(ERROR_NO_MORE_FILES);
}

/* What there is to walk: segment heaps tell nothing, and some mutants know less still. */
static struct heap *heap_to_walk(uintptr_t id)
{
	struct heap *heap;

	if (altered(heap_id_0_is_process_heap) && !id)
		return process_heap();
	heap = heap_of_id(altered(heap_id_cut_to_32_bits) ? id & 0xFFFFFFFF : id);
	if (heap &&
	    ((altered(private_heaps_have_no_blocks) && heap != process_heap()) || !has_nt_heaps()))
		return NULL;
	return heap;
}

/* TLH-09, TLH-10; the process must be named, as Heap32ListFirst named it. */
BOOL WINAPI Heap32First(struct heap_block_entry *entry, DWORD process_id, uintptr_t heap_id)
{
	struct heap *heap;
	struct walk *walk;
	BOOL found;

	if (!has_size(entry))
		return altered(missing_size_of_block_is_success);
	if (process_id != GetCurrentProcessId())
		return refused(ERROR_INVALID_PARAMETER);
	heap = heap_to_walk(heap_id);
	if (!heap)
		return unknown_heap(heap_id);
	entry->process_id = process_id;
	entry->heap_id = heap_id;
	pthread_mutex_lock(&lock);
	walk = new_walk(heap);
	found = walk ? next_block(walk, entry) : refused(ERROR_NOT_ENOUGH_MEMORY);
	pthread_mutex_unlock(&lock);
	/* TLH-24. */
	if (found && altered(block_first_leaves_no_size))
		entry->size = 0;
	if (found && altered(block_first_tells_larger_size))
		entry->size = sizeof *entry + sizeof(void *);
	if (found && altered(block_first_writes_behind))
		*(DWORD *)(entry + 1) = 0;
	return found;
}

BOOL WINAPI Heap32Next(struct heap_block_entry *entry)
{
	struct walk *walk;
	BOOL found;

	if (!has_size(entry))
		return FALSE;
	pthread_mutex_lock(&lock);
	walk = walks;
	while (walk && walk->number != entry->walk)
		walk = walk->later;
	found = walk ? next_block(walk, entry) : no_more_blocks();
	pthread_mutex_unlock(&lock);
	return found;
}
