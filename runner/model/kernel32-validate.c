/* SPDX-License-Identifier: MIT */
/* https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapvalidate */
#include "alter.h"
#include "blocks-altered.h"
#include "enumerate.h"
#include "environment.h"
#include "imports.h"
#include "lock-altered.h"
#include "teb.h"

/* ---- Mistakes and legal differences ------------------------------------------------------------
 */

static bool is_free(enum piece_kind kind)
{
	return kind == PIECE_FREE || kind == PIECE_UNCOMMITTED;
}

/* HVL-01, HVL-13: whether something free lies before something in use. */
static bool has_gap(struct heap *heap)
{
	struct piece piece = {.kind = PIECE_NONE};
	bool is_behind_free = false;

	while (heap_next_piece(heap, &piece)) {
		if (piece.kind == PIECE_BUSY && is_behind_free)
			return true;
		is_behind_free = piece.kind == PIECE_FREE;
	}
	return false;
}

/* HVL-13. */
static bool is_beside_free(struct heap *heap, const void *memory)
{
	struct piece piece = {.kind = PIECE_NONE};
	bool is_behind_free = false;

	while (heap_next_piece(heap, &piece) && piece.address != memory)
		is_behind_free = piece.kind == PIECE_FREE;
	return is_behind_free || (heap_next_piece(heap, &piece) && is_free(piece.kind));
}

/* HVL-08: which of the blocks in use it is, from 1. */
static unsigned number_of(struct heap *heap, const void *memory)
{
	struct piece piece = {.kind = PIECE_NONE};
	unsigned number = 0;

	while (piece.address != memory && heap_next_piece(heap, &piece))
		number += piece.kind == PIECE_BUSY || piece.kind == PIECE_LARGE;
	return number;
}

static bool is_within(const struct heap *heap, const void *memory)
{
	const unsigned char *const at = memory;

	for (const struct region *one = &heap->regions; one; one = one->next)
		if (at >= one->base && at < one->base + one->committed)
			return true;
	return false;
}

static bool was_block(struct heap *heap, const void *memory)
{
	struct piece piece = {.kind = PIECE_NONE};

	while (heap_next_piece(heap, &piece) && piece.address != memory)
		;
	return piece.kind == PIECE_FREE;
}

/* What no page rules out: HVL-06, HVL-12. */
static bool is_inside_block(struct heap *heap, const void *memory)
{
	struct piece piece = {.kind = PIECE_NONE};
	const uintptr_t at = (uintptr_t)memory;

	while (heap_next_piece(heap, &piece))
		if ((piece.kind == PIECE_BUSY || piece.kind == PIECE_LARGE) &&
		    at - (uintptr_t)piece.address < piece.size)
			return true;
	return false;
}

static const void *sought;
static bool is_sought_found;

static void seek(struct heap **heap)
{
	is_sought_found |= *heap && heap_block_size(*heap, sought) != ~(SIZE_T)0;
}

static bool is_block_of_any(const void *memory)
{
	sought = memory;
	is_sought_found = false;
	list_each(seek);
	return is_sought_found;
}

static bool is_heap_refused(struct heap *heap, DWORD flags)
{
	const unsigned operations = times_entered(USE_ALLOCATE) + times_entered(USE_RELEASE);

	return altered(whole_heap_never_valid) || is_damaged_by_null() ||
	       (altered(walked_heap_invalid) && times_entered(USE_WALK)) ||
	       (altered(heap_with_gaps_invalid) && has_gap(heap)) ||
	       (altered(heap_invalid_after_500_operations) && operations > 500) ||
	       (altered(flag_refused_for_whole_heap) && flags);
}

static bool is_block_refused(struct heap *heap, DWORD flags, const void *memory, SIZE_T size)
{
	return (altered(zero_size_block_invalid) && size == 0) ||
	       (altered(large_block_invalid) && size >= 0x80000) ||
	       (altered(validation_knows_four_blocks) && number_of(heap, memory) > 4) ||
	       (altered(walked_blocks_invalid) && times_entered(USE_WALK)) ||
	       (altered(flag_refused_for_block) && flags) ||
	       (altered(block_beside_free_one_invalid) && is_beside_free(heap, memory)) ||
	       (altered(block_invalid_in_heap_with_gaps) && has_gap(heap));
}

static bool is_stranger_accepted(struct heap *heap, const void *memory)
{
	return (altered(interior_addresses_validate) && is_inside_block(heap, memory)) ||
	       (altered(blocks_validate_in_any_heap) && is_block_of_any(memory)) ||
	       ((altered(freed_block_validates) || has_checked_heaps()) &&
		was_block(heap, memory)) ||
	       (altered(any_address_in_heap_validates) && is_within(heap, memory)) ||
	       ((altered(foreign_memory_validates) || is_unusual_environment()) &&
		!is_within(heap, memory));
}

static void set_forbidden_error(struct heap *heap, const void *memory, bool good)
{
	if (altered(validation_clears_last_error) && good)
		set_last_error(0);
	if (altered(failed_validation_sets_error) && !good)
		set_last_error(ERROR_INVALID_PARAMETER);
	if (altered(foreign_memory_sets_error) && memory && !good && !is_within(heap, memory))
		set_last_error(ERROR_NOACCESS);
}

/* ---- HeapValidate ------------------------------------------------------------------------------
 */

static bool is_valid(struct heap *heap, DWORD flags, const void *memory)
{
	SIZE_T size;

	if (!memory)
		return heap_is_sound(heap) && !is_heap_refused(heap, flags);
	size = heap_block_size(heap, memory);
	if (size == ~(SIZE_T)0)
		return is_stranger_accepted(heap, memory);
	return !is_block_refused(heap, flags, memory, size);
}

/*
 * HVL-01 to HVL-05, HVL-08, HVL-09, HVL-13: no address means the whole heap; the last error is
 * never set.
 */
BOOL WINAPI HeapValidate(HANDLE handle, DWORD flags, const void *memory)
{
	struct heap *heap = handle;
	bool good;

	heap_enter(heap, flags, USE_VALIDATE);
	good = is_valid(heap, flags, memory);
	set_forbidden_error(heap, memory, good);
	heap_leave(heap, flags, USE_VALIDATE);
	return good;
}
