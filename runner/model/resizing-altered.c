/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of HeapReAlloc: a line or two for each. */
#include <string.h>

#include "alter.h"
#include "blocks-altered.h"
#include "environment.h"
#include "heap-blocks.h"
#include "teb.h"

static _Thread_local bool is_resizing;

SIZE_T alter_large_offset(void)
{
	return altered(enlarged_blocks_misaligned) && is_resizing ? sizeof(void *) : 0;
}

/* ---- Before ------------------------------------------------------------------------------------
 */

static bool null_was_resized;

bool is_damaged_by_null(void)
{
	return altered(resizing_null_damages_heap) && null_was_resized;
}

static bool resize_null(struct block_call *call)
{
	null_was_resized = true;
	if (altered(resizing_null_returns_heap))
		call->result = (unsigned char *)call->heap;
	if (altered(resizing_null_allocates))
		call->result = heap_allocate(call->heap, call->size, false);
	return call->result != NULL;
}

static bool resize_to_zero(struct block_call *call)
{
	if (altered(resizing_to_zero_is_one))
		call->size = 1;
	if (altered(resizing_to_zero_keeps_size))
		call->result = call->memory;
	if (altered(resizing_to_zero_frees))
		heap_release(call->heap, call->memory);
	return altered(resizing_to_zero_keeps_size) || altered(resizing_to_zero_frees);
}

static bool is_refused_in_place(const struct block_call *call)
{
	const bool grows = call->size > call->old_size;

	if (!(call->flags & HEAP_REALLOC_IN_PLACE_ONLY))
		return false;
	return (altered(in_place_shrinking_refused) && !grows && call->old_size > 0x10000) ||
	       ((altered(in_place_refused_for_small_blocks) || is_unusual_environment()) &&
		call->old_size < 0x8000) ||
	       ((altered(shrunk_blocks_never_grow) || altered(shrunk_large_blocks_stay_small)) &&
		grows && noted(call->memory, NOTHING_NOTED) == 2);
}

static bool in_place_moves(const struct block_call *call)
{
	return altered(in_place_flag_ignored) ||
	       (altered(in_place_shrinking_moves) && call->size < call->old_size);
}

/* Elsewhere, also if there is room. */
static bool move(struct block_call *call)
{
	call->result = heap_allocate(call->heap, call->size, false);
	if (!call->result)
		return false;
	memcpy(call->result, call->memory,
	       call->size < call->old_size ? call->size : call->old_size);
	heap_release(call->heap, call->memory);
	return true;
}

static void change_size(struct block_call *call)
{
	const SIZE_T limit = largest_block(call->heap);

	if (altered(same_size_grows_by_one) && call->size == call->old_size)
		call->size++;
	if (altered(growth_is_cut_to_limit) && call->heap->next_region == 0 && call->size > limit)
		call->size = limit;
	if (altered(resized_blocks_misaligned) && call->size < limit)
		call->size += sizeof(void *);
}

bool alter_resizing(struct block_call *call)
{
	call->result = NULL;
	if (!call->memory)
		return resize_null(call);
	if (altered(process_heap_never_resizes) && !call->heap->is_private)
		return decided_refusal(ERROR_NOT_ENOUGH_MEMORY);
	if (altered(resizing_refuses_no_serialize) && call->flags & HEAP_NO_SERIALIZE)
		return decided_refusal(ERROR_INVALID_PARAMETER);
	if (call->old_size == ~(SIZE_T)0)
		return false;
	if (alter_shared_zero(call)) {
		call->result =
		    heap_allocate(call->heap, call->size, call->flags & HEAP_ZERO_MEMORY);
		return call->result != NULL;
	}
	if (is_refused_in_place(call))
		return decided_refusal(ERROR_NOT_ENOUGH_MEMORY);
	if (call->size == 0 && resize_to_zero(call))
		return true;
	if (in_place_moves(call)) {
		if (altered(in_place_shrinking_moves))
			return move(call);
		call->flags &= ~(DWORD)HEAP_REALLOC_IN_PLACE_ONLY;
	}
	change_size(call);
	is_resizing = true;
	return false;
}

/* ---- After: HEAP_ZERO_MEMORY -------------------------------------------------------------------
 */

static void dirty(unsigned char *from, const unsigned char *to)
{
	if (from < to)
		memset(from, 0xDD, (SIZE_T)(to - from));
}

/* HRA-03, HRA-20: what a mutant leaves of the zeroes that are there. */
static void alter_zeroes(const struct block_call *call)
{
	unsigned char *const end = call->result + call->size, *const from =
								  call->result + call->old_size;
	const SIZE_T rounded =
	    (call->old_size + HEAP_ALIGNMENT - 1) & ~(SIZE_T)(HEAP_ALIGNMENT - 1);
	const uintptr_t former = noted(call->memory, NOTHING_NOTED);

	if (altered(growth_zeroes_everything))
		memset(call->result, 0, call->old_size);
	if (altered(growth_flag_ignored) ||
	    (altered(growth_in_place_leaves_dirt) && call->result == call->memory))
		dirty(from, end);
	if (altered(growth_zeroes_behind_rounded_size))
		dirty(from, rounded < call->size ? call->result + rounded : end);
	if (altered(regrowth_zeroes_behind_former_size) && former != NOTHING_NOTED)
		dirty(from, former < call->size ? call->result + former : end);
}

/* ---- After: contents ---------------------------------------------------------------------------
 */

static void forget(unsigned char *memory, SIZE_T from, SIZE_T to)
{
	if (from < to)
		memset(memory + from, 0xEE, to - from);
}

static void change_byte(unsigned char *memory, SIZE_T size)
{
	if (size)
		memory[size - 1] ^= 0xFF;
}

static void alter_grown(const struct block_call *call, SIZE_T limit)
{
	const SIZE_T old = call->old_size;

	if (call->flags & HEAP_ZERO_MEMORY)
		alter_zeroes(call);
	if (altered(growth_loses_last_byte))
		change_byte(call->result, old);
	if (altered(growth_keeps_half_a_page))
		forget(call->result, 2048, old);
	if (altered(becoming_large_keeps_half) && old <= limit && call->size > limit)
		forget(call->result, old / 2, old);
}

static void alter_shrunk(const struct block_call *call, SIZE_T limit)
{
	const SIZE_T size = call->size;
	const bool leaves_large = call->old_size > limit && size <= limit;

	if (altered(shrinking_loses_last_byte))
		change_byte(call->result, size);
	if (altered(shrinking_large_loses_contents) && leaves_large)
		forget(call->result, 0, size);
	if (altered(leaving_large_keeps_half) && leaves_large)
		forget(call->result, size / 2, size);
}

static void alter_contents(const struct block_call *call)
{
	const SIZE_T limit = largest_block(call->heap), old = call->old_size;
	const SIZE_T kept = call->size < old ? call->size : old;

	if (call->size > old)
		alter_grown(call, limit);
	if (call->size < old)
		alter_shrunk(call, limit);
	if (altered(same_size_clears) && call->size == old)
		forget(call->result, 0, old);
	if ((altered(unserialized_heaps_forget) && call->heap->options & HEAP_NO_SERIALIZE) ||
	    (altered(unserialized_resizing_forgets) && call->flags & HEAP_NO_SERIALIZE))
		forget(call->result, 0, kept);
}

/* ---- After: the block itself -------------------------------------------------------------------
 */

/* A pointer's width further on; what it was made larger by is given up again. */
static void shift(struct block_call *call)
{
	const SIZE_T step = sizeof(void *);
	struct block *block = block_at(call->heap, call->result, IN_USE), *next;
	struct region *region = region_of(call->heap, block);
	struct block *before = (struct block *)((unsigned char *)block - block->before);
	struct block *moved = (struct block *)((unsigned char *)block + step);

	block->asked = call->size -= step;
	if (region->is_large || (uintptr_t)call->result % HEAP_ALIGNMENT)
		return;
	if (block->before)
		before->size += step;
	else
		region->first = moved;
	memmove(moved, block, sizeof *block + call->size);
	moved->size -= step;
	if (moved->before)
		moved->before += step;
	next = block_behind(region, moved);
	if (next)
		next->before = moved->size;
	call->result += step;
}

static void note_resized(const struct block_call *call)
{
	const uintptr_t former = noted(call->memory, NOTHING_NOTED), old = call->old_size;
	const uintptr_t first = former == NOTHING_NOTED ? old : former;
	const bool is_known = former != NOTHING_NOTED, grows = call->size > old;
	uintptr_t value = NOTHING_NOTED;

	if (altered(size_is_that_of_first_request))
		value = first;
	if ((altered(shrinking_keeps_size) || altered(regrowth_zeroes_behind_former_size)) &&
	    !grows)
		value = first;
	if (altered(resized_blocks_not_freed) || altered(grown_blocks_freed_reluctantly))
		value = 1;
	if (altered(shrunk_blocks_never_grow))
		value = call->size < old || (is_known && !grows) ? 2 : NOTHING_NOTED;
	if (altered(shrunk_large_blocks_stay_small) && call->size < old && old > 0x80000)
		value = 2;
	if (altered(process_blocks_freed_by_their_thread) ||
	    altered(private_blocks_freed_by_their_thread))
		value = former;
	note(call->result, value);
}

/* ---- After: a refusal --------------------------------------------------------------------------
 */

static void alter_refused(const struct block_call *call)
{
	const bool in_place = call->flags & HEAP_REALLOC_IN_PLACE_ONLY;
	const bool raises = (call->flags | call->heap->options) & HEAP_GENERATE_EXCEPTIONS;
	struct block *block = block_at(call->heap, call->memory, IN_USE);

	if ((altered(refused_in_place_clears) && in_place) ||
	    (altered(raising_growth_clears) && raises && !in_place) ||
	    (altered(raising_in_place_growth_clears) && raises && in_place))
		forget(call->memory, 0, call->old_size);
	if (altered(refused_growth_clears_first_byte) && call->old_size)
		call->memory[0] ^= 0xFF;
	if (altered(refused_in_place_changes_size) && in_place)
		block->asked = call->old_size + 1;
	if ((altered(refused_in_place_frees) && in_place) || altered(refused_growth_frees))
		heap_release(call->heap, call->memory);
}

void alter_resized(struct block_call *call)
{
	is_resizing = false;
	if (!call->memory || call->old_size == ~(SIZE_T)0)
		return;
	if (!call->result) {
		alter_refused(call);
		return;
	}
	if (altered(resized_blocks_misaligned) && call->size <= largest_block(call->heap))
		shift(call);
	alter_contents(call);
	note_resized(call);
}
