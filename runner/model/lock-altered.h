/* SPDX-License-Identifier: MIT */
/*
 * What mutants and variants make of locks, and what they do to blocks of a heap that is locked or
 * has the low-fragmentation heap. Without one these change nothing.
 */
#ifndef HEAPKIT_MODEL_LOCK_ALTERED_H
#define HEAPKIT_MODEL_LOCK_ALTERED_H

#include "heap.h"

/* In place of heap_enter() and heap_leave(). */
void altered_enter(struct heap *heap, DWORD flags, enum heap_use use);
bool altered_leave(struct heap *heap, DWORD flags, enum heap_use use);

/* The same in the variant with a low-fragmentation heap that comes by itself. */
void low_fragmentation_enter(struct heap *heap, enum heap_use use);
bool low_fragmentation_leave(struct heap *heap, enum heap_use use);

/* How often the heaps were entered for this, and how many threads wait for a lock. */
unsigned times_entered(enum heap_use use);
unsigned waiting_threads(void);

/* Whether the calling thread, or another one, holds the lock through HeapLock. */
bool is_locked_by_me(const struct heap *heap);
bool is_locked_by_others(const struct heap *heap);

/* Whether a mutant keeps this call, before it has entered the heap, from working. */
bool is_use_refused(const struct heap *heap, enum heap_use use);

/* A block was given out: the low-fragmentation heap of one variant (kernel32-information.c). */
void altered_allocation(struct heap *heap);

/* HeapSize's answer, and a block that HeapFree is about to give back; the heap is entered. */
SIZE_T altered_size(const struct heap *heap, SIZE_T size);
void altered_release(struct heap *heap, void *memory);

#endif
