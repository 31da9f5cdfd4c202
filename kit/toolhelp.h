/* SPDX-License-Identifier: MIT */
/*
 * Heaps and blocks as the tool help functions show them. Only the program's own process is looked
 * at. An id of tool help names a heap inside tool help; it is nobody's heap handle.
 */
#ifndef HEAPKIT_TOOLHELP_H
#define HEAPKIT_TOOLHELP_H

/* What the documentation of the two structures comes to, and a caller passes as dwSize. */
_Static_assert(sizeof(HEAPLIST32) == (sizeof(void *) == 8 ? 32 : 16), "HEAPLIST32");
_Static_assert(sizeof(HEAPENTRY32) == (sizeof(void *) == 8 ? 56 : 36), "HEAPENTRY32");

/*
 * A snapshot of the heaps of this process. Refused as not implemented: the case ends as
 * unimplemented. Refused otherwise: broken. Closed by the end of the process.
 */
HANDLE heap_snapshot(void);

/*
 * What one pass over the heaps of a snapshot showed. `error` is the last error of the call that
 * ended it. `count` is 0 where already Heap32ListFirst gave FALSE.
 */
struct heap_ids {
	DWORD count;
	DWORD error;
	ULONG_PTR ids[HEAP_LIST_ROOM];
};

/* One pass over the heaps of a snapshot; required to end within the room of `ids`. */
void list_heap_ids(struct heap_ids *ids, HANDLE snapshot);

/* How often `id` is among them. */
DWORD id_hits(const struct heap_ids *ids, ULONG_PTR id);

/*
 * A heap of the case's own with three live blocks, and its id: the one that a snapshot before it
 * was made does not have and one after it does. Where that is not exactly one id the case prints
 * both lists and skips.
 */
enum { KNOWN_BLOCKS = 3 };
struct known_heap {
	ULONG_PTR id;
	HANDLE heap;
	void *blocks[KNOWN_BLOCKS];
	SIZE_T sizes[KNOWN_BLOCKS];
};
const struct known_heap *heap_with_known_id(void);

/*
 * What Heap32First and Heap32Next showed of a heap. `error` is the last error of the call that
 * ended it. `count` is 0 where already Heap32First gave FALSE. Entries are for reading only: one
 * that was copied must not be given to Heap32Next.
 */
enum { BLOCK_WALK_LIMIT = 1000, BLOCK_WALK_SECONDS = 30 };
struct block_walk {
	DWORD count;
	DWORD error;
	HEAPENTRY32 entries[BLOCK_WALK_LIMIT];
};

/*
 * Walks over the blocks of the heap with this id, with a structure that held other values before
 * the first call. Required to end within the limits above, for on Windows each step takes a look at
 * the whole heap: a case that walks says `.time_limit = 60`. `walk` is a static object: it is
 * large.
 */
void walk_blocks(struct block_walk *walk, ULONG_PTR id);

#endif
