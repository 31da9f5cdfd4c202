/* SPDX-License-Identifier: MIT */
#include "lock-altered.h"

#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "alter.h"
#include "environment.h"
#include "walk.h"

static atomic_uint entered[USE_LOCK + 1];
static atomic_uint waiting;
static pthread_mutex_t common = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static _Thread_local bool passed; /* what this thread entered last took no lock */

unsigned times_entered(enum heap_use use)
{
	return entered[use];
}

unsigned waiting_threads(void)
{
	return waiting;
}

bool is_locked_by_me(const struct heap *heap)
{
	return heap->lock_depth && pthread_equal(heap->lock_owner, pthread_self());
}

bool is_locked_by_others(const struct heap *heap)
{
	return heap->lock_depth && !pthread_equal(heap->lock_owner, pthread_self());
}

static pthread_mutex_t *mutex_of(struct heap *heap)
{
	return altered(one_lock_for_all_heaps) ? &common : &heap->lock;
}

/* HLK-07; the flag of the heap counts in any case. */
static DWORD heeded_flags(DWORD flags, enum heap_use use)
{
	if ((altered(call_flag_waits_in_allocation) && use == USE_ALLOCATE) ||
	    (altered(call_flag_waits_in_release) && use == USE_RELEASE) || is_unusual_environment())
		return flags & ~(DWORD)HEAP_NO_SERIALIZE;
	return flags;
}

/* HLK-05, HLK-15; HLK-18 leaves the last two free. */
static bool passes_lock(enum heap_use use)
{
	switch (use) {
	case USE_ALLOCATE:
		return altered(allocation_passes_lock);
	case USE_RELEASE:
		return altered(release_passes_lock);
	case USE_RESIZE:
		return altered(reallocation_passes_lock);
	case USE_SIZE:
	case USE_VALIDATE:
		return altered(size_and_validation_pass_lock);
	case USE_WALK:
		return altered(walks_pass_lock);
	default:
		return false;
	}
}

static void __attribute__((noreturn)) wait_for_ever(void)
{
	for (;;)
		pause();
}

/* Against oneself: HLK-03, HLK-06, HWK-20. */
static bool is_deadlock(const struct heap *heap, enum heap_use use)
{
	if (!is_locked_by_me(heap))
		return false;
	return (altered(recursive_lock_deadlocks) && use == USE_LOCK) ||
	       (altered(owner_allocation_deadlocks) && use == USE_ALLOCATE) ||
	       (altered(owner_walk_deadlocks) && use == USE_WALK);
}

/* HLK-14: `number` waits already, and who waits may never be told. */
static bool is_lost(unsigned number, enum heap_use use)
{
	return use == USE_LOCK && ((altered(second_waiter_is_lost) && number > 0) ||
				   (altered(fourth_waiter_is_lost) && number > 2));
}

/* HLK-04, HLK-05, HLK-15: waits a while, and no longer. */
static bool is_impatient(enum heap_use use)
{
	return (altered(lock_waits_50_ms) && use == USE_LOCK) ||
	       (altered(release_waits_50_ms) && use == USE_RELEASE) ||
	       (altered(reallocation_waits_50_ms) && use == USE_RESIZE);
}

static bool lock_within_50_ms(pthread_mutex_t *mutex)
{
	struct timespec end;

	clock_gettime(CLOCK_REALTIME, &end);
	end.tv_nsec += 50000000;
	if (end.tv_nsec >= 1000000000) {
		end.tv_sec++;
		end.tv_nsec -= 1000000000;
	}
	return pthread_mutex_timedlock(mutex, &end) == 0;
}

static void wait_in_line(pthread_mutex_t *mutex, enum heap_use use)
{
	if (is_lost(waiting++, use))
		wait_for_ever();
	if (altered(waiters_poll))
		while (pthread_mutex_trylock(mutex) != 0)
			usleep(20000);
	else if (is_impatient(use))
		passed = !lock_within_50_ms(mutex);
	else
		pthread_mutex_lock(mutex);
	waiting--;
}

/* HLK-08: of any heap. */
static const struct heap *volatile locked_heap;

static void wait_for_other_heaps(const struct heap *heap)
{
	while (locked_heap && locked_heap != heap && is_locked_by_others(locked_heap))
		usleep(1000);
}

void altered_enter(struct heap *heap, DWORD flags, enum heap_use use)
{
	entered[use]++;
	passed = ((heap->options | heeded_flags(flags, use)) & HEAP_NO_SERIALIZE) != 0 ||
		 (is_locked_by_others(heap) && passes_lock(use));
	if (passed)
		return;
	if (altered(low_fragmentation_by_itself)) {
		low_fragmentation_enter(heap, use);
		return;
	}
	if (is_deadlock(heap, use))
		wait_for_ever();
	if (altered(locked_heap_stops_other_allocations) && use == USE_ALLOCATE)
		wait_for_other_heaps(heap);
	if (pthread_mutex_trylock(mutex_of(heap)) != 0)
		wait_in_line(mutex_of(heap), use);
	if (use == USE_LOCK && !locked_heap)
		locked_heap = heap;
}

bool altered_leave(struct heap *heap, DWORD flags, enum heap_use use)
{
	const bool good = passed && use != USE_LOCK;

	(void)flags;
	passed = false;
	if (use == USE_ALLOCATE)
		altered_allocation(heap);
	if (use == USE_LOCK && locked_heap == heap && !heap->lock_depth)
		locked_heap = NULL;
	if (good || heap->options & HEAP_NO_SERIALIZE)
		return true;
	if (altered(low_fragmentation_by_itself))
		return low_fragmentation_leave(heap, use);
	return pthread_mutex_unlock(mutex_of(heap)) == 0;
}

/* HLK-05, HLK-06. */
bool is_use_refused(const struct heap *heap, enum heap_use use)
{
	if (is_locked_by_others(heap) &&
	    ((altered(waiting_allocation_fails) && use == USE_ALLOCATE) ||
	     (altered(waiting_release_fails) && use == USE_RELEASE))) {
		pthread_mutex_t *mutex = (pthread_mutex_t *)(uintptr_t)&heap->lock;

		pthread_mutex_lock(mutex);
		pthread_mutex_unlock(mutex);
		return true;
	}
	return is_locked_by_me(heap) && ((altered(owner_cannot_allocate) && use == USE_ALLOCATE) ||
					 (altered(owner_cannot_release) && use == USE_RELEASE));
}

/* HQS-18. */
SIZE_T altered_size(const struct heap *heap, SIZE_T size)
{
	if (altered(low_fragmentation_rounds_sizes) && heap->compatibility == 2 &&
	    size != ~(SIZE_T)0)
		return (size + 64) & ~(SIZE_T)63;
	return size;
}

/* HQS-18, HWK-31. */
void altered_release(struct heap *heap, void *memory)
{
	struct piece piece = {.kind = PIECE_NONE};

	while (heap_next_piece(heap, &piece) && piece.address != memory)
		;
	if (piece.kind == PIECE_LARGE)
		walk_forgets(memory);
	if (piece.kind != PIECE_BUSY || heap->compatibility != 2 ||
	    !altered(low_fragmentation_clears_next_block))
		return;
	if (heap_next_piece(heap, &piece) && piece.kind == PIECE_BUSY)
		memset(piece.address, 0, piece.size);
}
