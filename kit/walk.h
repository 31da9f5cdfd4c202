/* SPDX-License-Identifier: MIT */
/* Walks over the entries of a heap (HeapWalk). */
#ifndef HEAPKIT_WALK_H
#define HEAPKIT_WALK_H

enum { WALK_ROOM = 256, WALK_LIMIT = 100000 };

/*
 * What a whole walk showed. `count` are all entries, of which the first WALK_ROOM are kept; `error`
 * is the last error of the call that ended it.
 */
struct walk {
	DWORD count;
	DWORD error;
	PROCESS_HEAP_ENTRY entries[WALK_ROOM];
};

/*
 * Walks the heap from its start to the end; required to end within WALK_LIMIT steps. Neither locks
 * nor prints nor allocates. `walk` is a static object of the case: it is large.
 */
void walk_heap(struct walk *walk, HANDLE heap);

/* How many BUSY entries of the walk have this address. */
DWORD busy_hits(const struct walk *walk, const void *block);

/* The first entry of the walk that has all these flags; NULL where none does. */
const PROCESS_HEAP_ENTRY *entry_with(const struct walk *walk, WORD flags);

#endif
