/* SPDX-License-Identifier: MIT */
/* The heaps of the process, in the order of their creation; the process heap is the first. */
#ifndef HEAPKIT_MODEL_ENUMERATE_H
#define HEAPKIT_MODEL_ENUMERATE_H

#include <stdbool.h>

#include "heap.h"

/* Makes the process heap; false where the host gives no memory. */
bool process_heap_make(void);
struct heap *process_heap(void);

/* The list is changed and read under one lock. */
void list_add(struct heap *heap);

/* Takes the heap out; false where it is not in the list. */
bool list_remove(struct heap *heap);

/* Calls the function for every heap that is listed, under the lock. */
void list_each(void (*function)(struct heap **));

/* The heaps that are listed now. The caller frees the array; NULL: the host gives no memory. */
HANDLE *list_copy(DWORD *count);

/* What one call reports: `count` handles, and how many there are said to be. */
struct listing {
	DWORD count;
	DWORD total;
	HANDLE *heaps; /* with room for twice as many, for those that add some */
};

/*
 * enumerate-altered.c: what mutants and variants make of a call; without one these change nothing.
 * alter_listing() is called under the lock.
 */
void alter_before_listing(void);
void alter_listing(struct listing *listing, DWORD count, const HANDLE *array);
DWORD alter_stored(const struct listing *listing, DWORD stored, DWORD count, const HANDLE *array);
void alter_slot(HANDLE *array, DWORD index, HANDLE heap);
void alter_array(const struct listing *listing, DWORD count, HANDLE *array);
DWORD alter_result(const struct listing *listing, DWORD count, const HANDLE *array);
HANDLE alter_process_heap(HANDLE heap);

/* When the process, and when each further thread, begins and ends. */
void alter_start(void);
void alter_thread_start(void);
void alter_thread_end(void);

#endif
