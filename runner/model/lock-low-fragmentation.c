/* SPDX-License-Identifier: MIT */
/*
 * HLK-17: where the low-fragmentation heap came by itself, allocations pass another thread's
 * HeapLock. So HeapLock has a lock of its own in this variant, which everybody else takes first.
 */
#include "lock-altered.h"

enum { HEAPS = 256 };

static struct {
	const struct heap *heap;
	pthread_mutex_t mutex;
} outer_locks[HEAPS];

static pthread_mutex_t table = PTHREAD_MUTEX_INITIALIZER;
static _Thread_local bool passed;

/* Heaps beyond the first 256 share one. */
static pthread_mutex_t *outer_lock(const struct heap *heap)
{
	pthread_mutexattr_t recursive;
	unsigned i = 0;

	pthread_mutex_lock(&table);
	while (i < HEAPS - 1 && outer_locks[i].heap && outer_locks[i].heap != heap)
		i++;
	if (!outer_locks[i].heap) {
		pthread_mutexattr_init(&recursive);
		pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
		pthread_mutex_init(&outer_locks[i].mutex, &recursive);
		outer_locks[i].heap = heap;
	}
	pthread_mutex_unlock(&table);
	return &outer_locks[i].mutex;
}

void low_fragmentation_enter(struct heap *heap, enum heap_use use)
{
	passed = use == USE_ALLOCATE && heap->compatibility;
	if (!passed)
		pthread_mutex_lock(outer_lock(heap));
	if (use != USE_LOCK)
		pthread_mutex_lock(&heap->lock);
}

bool low_fragmentation_leave(struct heap *heap, enum heap_use use)
{
	if (use != USE_LOCK)
		pthread_mutex_unlock(&heap->lock);
	return (passed && use != USE_LOCK) || pthread_mutex_unlock(outer_lock(heap)) == 0;
}
