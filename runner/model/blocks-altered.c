/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of HeapAlloc, HeapFree and HeapSize: a line or two for each. */
#include "blocks-altered.h"

#include <sched.h>
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "faults.h"
#include "heap-blocks.h"
#include "teb.h"

bool decided_refusal(DWORD error)
{
	set_last_error(error);
	return true;
}

static bool is_own_thread(const struct heap *heap)
{
	return pthread_equal(heap->creator, pthread_self());
}

static bool is_one_flag(DWORD flags)
{
	return (flags & (flags - 1)) == 0;
}

static uintptr_t this_thread(void)
{
	return (uintptr_t)current_teb();
}

/* ---- HeapAlloc ---------------------------------------------------------------------------------
 */

enum { GIVEN_TWICE = 1 };

static bool hands_out_twice(const struct heap *heap)
{
	if (altered(freed_block_for_two_threads))
		return true;
	if (altered(private_block_for_two_threads))
		return heap->is_private;
	return altered(one_block_for_two_threads) && heap == process_heap();
}

static void *allocate_locked(struct heap *heap, SIZE_T size)
{
	void *memory;

	pthread_mutex_lock(&heap->lock);
	memory = heap_allocate(heap, size, false);
	pthread_mutex_unlock(&heap->lock);
	return memory;
}

/* Whoever has it now, another thread gets it as well. */
static void *take_kept(struct heap *heap, SIZE_T size)
{
	void *const block = heap->kept_block;

	if (block && heap->kept_by != this_thread() && heap_block_size(heap, block) >= size) {
		note(block, GIVEN_TWICE);
		heap->kept_by = this_thread();
		sched_yield();
		return block;
	}
	return allocate_locked(heap, size + 1024);
}

/* A heap that has no time for two: it returns NULL to the second. */
static bool is_busy(struct heap *heap)
{
	if (!altered(busy_heap_refuses) &&
	    !(altered(busy_private_heap_refuses) && heap->is_private))
		return false;
	if (pthread_mutex_trylock(&heap->lock) != 0)
		return true;
	sched_yield();
	pthread_mutex_unlock(&heap->lock);
	return false;
}

static bool is_refused(const struct block_call *call)
{
	const struct heap *heap = call->heap;

	if (altered(listed_private_heaps_unusable) && heap->is_private && heap->was_listed)
		return true;
	return heap->serves_nothing || (altered(size_zero_gives_null) && call->size == 0) ||
	       (altered(heaps_serve_their_thread_only) && heap->is_private &&
		!is_own_thread(heap)) ||
	       is_busy(call->heap);
}

static bool refuses_flags(const struct block_call *call)
{
	const DWORD flags = call->flags;

	return (altered(allocation_refuses_exceptions) && flags & HEAP_GENERATE_EXCEPTIONS) ||
	       (altered(allocation_refuses_no_serialize) && flags & HEAP_NO_SERIALIZE) ||
	       (altered(combined_flags_refused) && !is_one_flag(flags));
}

static void change_size(struct block_call *call)
{
	const SIZE_T size = call->size;

	if (altered(size_zero_is_one) && size == 0)
		call->size = 1;
	if (altered(impossible_size_is_cut) && size > SIZE_MAX / 4)
		call->size = 0x100000;
	if (altered(unserialized_allocation_rounds_up) && call->flags & HEAP_NO_SERIALIZE)
		call->size = (size + 16) & ~(SIZE_T)15;
	if (altered(sizes_around_16k_rounded_up) && size > 0x3000 && size < 0x5000)
		call->size = (size + 15) & ~(SIZE_T)15;
}

/* A block that is in use, where the mutant gives it out again. */
static unsigned char *shared_block(struct block_call *call)
{
	struct heap *heap = call->heap;
	unsigned char *const kept = heap->kept_block;
	const bool is_there = kept && heap_block_size(heap, kept) != ~(SIZE_T)0;

	if (altered(small_blocks_share_memory) && call->size && call->size <= 64) {
		if (!is_there)
			heap->kept_block = allocate_locked(heap, 64);
		return heap->kept_block;
	}
	if (altered(hundredth_block_given_twice) && ++heap->allocations % 100 == 0 && is_there &&
	    heap_block_size(heap, kept) >= call->size)
		return kept;
	return NULL;
}

/* HAL-05: the block of no bytes, once more; NULL where there is none yet. */
static void *zero_block(struct heap *heap)
{
	void *block = NULL;

	heap_enter(heap, 0, USE_ALLOCATE);
	if (heap->zero_blocks)
		block = heap->zero_block;
	heap->zero_blocks++;
	heap_leave(heap, 0, USE_ALLOCATE);
	return block;
}

bool alter_shared_zero(struct block_call *call)
{
	struct heap *heap = call->heap;

	return altered(zero_size_blocks_are_one) && call->memory == heap->zero_block &&
	       heap->zero_blocks && --heap->zero_blocks > 0;
}

bool alter_allocation(struct block_call *call)
{
	call->result = NULL;
	if (altered(zero_size_blocks_are_one) && call->size == 0)
		call->result = zero_block(call->heap);
	if (call->result)
		return true;
	if (refuses_flags(call))
		return decided_refusal(ERROR_INVALID_PARAMETER);
	if (is_refused(call))
		return decided_refusal(ERROR_NOT_ENOUGH_MEMORY);
	if (altered(allocation_always_raises) && call->flags & HEAP_GENERATE_EXCEPTIONS)
		raise_exception(STATUS_NO_MEMORY);
	if (hands_out_twice(call->heap))
		call->result = take_kept(call->heap, call->size);
	else
		call->result = shared_block(call);
	if (call->result)
		return true;
	change_size(call);
	if (altered(blocks_from_newest_heap) && call->heap->is_private && newest_private_heap())
		call->heap = newest_private_heap();
	if (altered(combined_flags_leave_dirt) && !is_one_flag(call->flags))
		call->flags &= ~(DWORD)HEAP_ZERO_MEMORY;
	return false;
}

/* The block with the lowest address in the first region: as long as it lives, the oldest one. */
static void take_from_oldest(struct heap *heap, const void *but)
{
	struct piece piece = {.kind = PIECE_NONE};

	while (heap_next_piece(heap, &piece))
		if (piece.kind == PIECE_BUSY && piece.address != but) {
			memset(piece.address, 0xEE, piece.size);
			return;
		}
}

static void change_last_byte_before(struct block *block)
{
	struct block *before = (struct block *)((unsigned char *)block - block->before);

	if (block->before && before->state == IN_USE && before->asked)
		((unsigned char *)memory_of(before))[before->asked - 1] ^= 0xFF;
}

/* A byte in the middle of the block that was allocated before this one. */
static void change_newest(struct heap *heap)
{
	unsigned char *const newest = heap->newest_block;
	const SIZE_T size = newest ? heap_block_size(heap, newest) : 0;

	if (size != 0 && size != ~(SIZE_T)0)
		newest[size / 2] ^= 0xFF;
}

/* HCR-27: the first pages that are committed on demand. */
static void forget_while_growing(struct heap *heap)
{
	const SIZE_T before = heap->allocations;

	heap->allocations = (unsigned)heap->regions.committed;
	if (before && before < heap->regions.committed && heap->next_region == 0)
		take_from_oldest(heap, NULL);
}

void alter_allocated(struct block_call *call)
{
	struct heap *const heap = call->heap;

	if (altered(process_blocks_freed_by_their_thread) ||
	    altered(private_blocks_freed_by_their_thread))
		note(call->result, this_thread());
	else
		note(call->result, NOTHING_NOTED);
	if (altered(new_block_clears_byte_before))
		change_last_byte_before(block_at(heap, call->result, IN_USE));
	if (altered(fixed_heaps_forget_while_growing))
		forget_while_growing(heap);
	if (altered(tenth_allocation_changes_newest) && ++heap->allocations % 10 == 0)
		change_newest(heap);
	if (altered(sixteenth_allocation_moves_oldest) && ++heap->allocations % 16 == 0)
		take_from_oldest(heap, call->result);
	if (altered(hundredth_block_given_twice) &&
	    (!heap->kept_block || heap_block_size(heap, heap->kept_block) == ~(SIZE_T)0 ||
	     heap_block_size(heap, heap->kept_block) < call->size))
		heap->kept_block = call->result;
	if (altered(zero_size_blocks_are_one) && call->size == 0)
		heap->zero_block = call->result;
	heap->newest_block = call->result;
}

/* ---- HeapFree ----------------------------------------------------------------------------------
 */

static bool free_of_null(const struct block_call *call, BOOL *result)
{
	if (altered(free_looks_at_heap_first))
		(void)*(volatile DWORD *)((uintptr_t)call->heap + offsetof(struct heap, options));
	if (altered(free_of_null_clears_oldest) && call->heap)
		take_from_oldest(call->heap, NULL);
	*result =
	    !altered(free_of_null_is_false) &&
	    !(altered(free_of_null_is_false_for_process_heap) && call->heap == process_heap()) &&
	    !(altered(free_needs_a_heap) && !call->heap);
	return !*result;
}

static bool is_of_other_thread(const struct block_call *call)
{
	const bool is_private = call->heap->is_private;

	return ((altered(process_blocks_freed_by_their_thread) && !is_private) ||
		(altered(private_blocks_freed_by_their_thread) && is_private)) &&
	       noted(call->memory, this_thread()) != this_thread();
}

static bool was_resized(const struct block_call *call)
{
	const bool was = noted(call->memory, NOTHING_NOTED) == 1;

	if (was && altered(grown_blocks_freed_reluctantly))
		note(call->memory, NOTHING_NOTED);
	return was &&
	       (altered(resized_blocks_not_freed) || altered(grown_blocks_freed_reluctantly));
}

static bool is_not_freed(const struct block_call *call)
{
	const struct heap *heap = call->heap;

	return heap->frees_nothing || was_resized(call) || is_of_other_thread(call) ||
	       (altered(unserialized_heaps_never_free) && heap->options & HEAP_NO_SERIALIZE) ||
	       (altered(heaps_take_back_from_their_thread_only) && heap->is_private &&
		!is_own_thread(heap)) ||
	       (altered(free_refuses_no_serialize) && call->flags & HEAP_NO_SERIALIZE) ||
	       ((altered(size_zero_not_freed) || altered(free_of_nothing_is_false)) &&
		call->old_size == 0) ||
	       (altered(large_free_is_false) && call->old_size > largest_block(heap));
}

/*
 * The block that another thread may be about to take goes back in its turn, or never, if it may
 * still have two owners: the model should not fall over what they write.
 */
static bool keep_block(const struct block_call *call, BOOL *result)
{
	struct heap *heap = call->heap;
	void *before;

	if (!hands_out_twice(heap))
		return false;
	pthread_mutex_lock(&heap->lock);
	before = heap->kept_block;
	if (before == call->memory)
		*result = heap->kept_by != 0; /* else its other owner has freed it */
	else if (before && noted(before, 0) != GIVEN_TWICE)
		*result = heap_release(heap, before);
	heap->kept_block = call->memory;
	heap->kept_by = 0;
	pthread_mutex_unlock(&heap->lock);
	return true;
}

bool alter_release(struct block_call *call, BOOL *result)
{
	static _Atomic unsigned frees;
	bool is_shared = false;

	if (!call->memory)
		return free_of_null(call, result);
	*result = TRUE;
	if (altered(zero_size_blocks_are_one)) {
		heap_enter(call->heap, call->flags, USE_RELEASE);
		is_shared = alter_shared_zero(call);
		heap_leave(call->heap, call->flags, USE_RELEASE);
	}
	if (is_shared)
		return true;
	*result = FALSE;
	if (is_not_freed(call))
		return decided_refusal(ERROR_INVALID_PARAMETER);
	if (altered(thousandth_free_is_false) && ++frees % 1000 == 0)
		return decided_refusal(ERROR_INVALID_PARAMETER);
	*result = TRUE;
	if (altered(unserialized_free_does_damage) && call->flags & HEAP_NO_SERIALIZE)
		call->heap->is_damaged = true;
	return altered(freed_memory_lost) ||
	       (altered(hundredth_free_loses_memory) && ++frees % 100 == 0) ||
	       keep_block(call, result);
}

void alter_after_release(struct heap *heap)
{
	if (altered(sixteenth_release_moves_oldest) && ++heap->releases % 16 == 0)
		take_from_oldest(heap, NULL);
}

/* ---- HeapSize ----------------------------------------------------------------------------------
 */

static SIZE_T size_told(const struct block_call *call, SIZE_T size)
{
	const bool is_large = size > largest_block(call->heap);

	if (altered(size_rounded_up))
		return (size + HEAP_ALIGNMENT) & ~(SIZE_T)(HEAP_ALIGNMENT - 1);
	if (altered(small_sizes_rounded_up) && !is_large)
		return (size + 7) & ~(SIZE_T)7;
	if (altered(large_sizes_rounded_up) && is_large)
		return (size + 0xFFF) & ~(SIZE_T)0xFFF;
	if (altered(size_of_nothing_is_block) && size == 0)
		return 16;
	if (altered(size_is_that_of_first_request) || altered(shrinking_keeps_size))
		return noted(call->memory, NOTHING_NOTED) != NOTHING_NOTED ? noted(call->memory, 0)
									   : size;
	if (call->heap->forgets_large && is_large)
		return ~(SIZE_T)0;
	return size;
}

SIZE_T alter_size(const struct block_call *call, SIZE_T size)
{
	const bool is_unserialized = call->flags & HEAP_NO_SERIALIZE;

	if (altered(size_clears_last_error))
		set_last_error(0);
	if (size == ~(SIZE_T)0)
		return size;
	if (altered(large_size_sets_last_error) && size > largest_block(call->heap))
		set_last_error(ERROR_INVALID_PARAMETER);
	if (altered(unserialized_size_rounded_up) && is_unserialized)
		return (size + 16) & ~(SIZE_T)15;
	if (altered(size_refuses_no_serialize) && is_unserialized)
		return ~(SIZE_T)0;
	return size_told(call, size);
}

/* ---- Exceptions --------------------------------------------------------------------------------
 */

DWORD alter_exception(const struct block_call *call, enum heap_use use, DWORD code)
{
	const bool in_place = call->flags & HEAP_REALLOC_IN_PLACE_ONLY;
	const bool by_heap = call->heap->options & HEAP_GENERATE_EXCEPTIONS;

	if (by_heap && altered(creation_flag_raises_error_code))
		return ERROR_NOT_ENOUGH_MEMORY;
	if (altered(huge_sizes_never_raise) && call->size > SIZE_MAX / 2)
		return 0;
	if (use == USE_ALLOCATE) {
		if (altered(allocation_raises_error_code))
			return ERROR_NOT_ENOUGH_MEMORY;
		if (altered(allocation_ignores_creation_flag) && by_heap)
			return 0;
		if (altered(allocation_ignores_exceptions) && !by_heap)
			return 0;
	} else if ((altered(resizing_ignores_creation_flag) && by_heap) ||
		   (altered(growth_ignores_exceptions) && !by_heap && !in_place) ||
		   (altered(in_place_growth_never_raises) && in_place)) {
		return 0;
	}
	return altered(exceptions_are_access_violations) ? STATUS_ACCESS_VIOLATION : code;
}
