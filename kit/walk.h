/* SPDX-License-Identifier: MIT */
/* Walks over the entries of a heap (HeapWalk). */
#ifndef HEAPKIT_WALK_H
#define HEAPKIT_WALK_H

enum { WALK_ROOM = 256, WALK_LIMIT = 100000 };

/* Further bits of wFlags exist: what a case looks at is masked with these. */
enum {
	ENTRY_FLAGS = PROCESS_HEAP_REGION | PROCESS_HEAP_UNCOMMITTED_RANGE |
		      PROCESS_HEAP_ENTRY_BUSY | PROCESS_HEAP_ENTRY_MOVEABLE |
		      PROCESS_HEAP_ENTRY_DDESHARE
};

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

/*
 * One step of a walk whose state is `entry`: the entry is added to the walk; FALSE at the end, and
 * `error` says why. For cases that hold the state themselves: `entry->lpData` of NULL and a count
 * of 0 start a walk, and the case sees to it that an endless one ends (WALK_LIMIT). Clears the
 * last error before the call.
 */
BOOL walk_step(struct walk *walk, HANDLE heap, PROCESS_HEAP_ENTRY *entry);

/* `count`, for a look at the entries; required: the walk kept them all. */
DWORD kept_entries(const struct walk *walk);

/* How many BUSY entries of the walk have this address. */
DWORD busy_hits(const struct walk *walk, const void *block);

/* The first entry of the walk that has all these flags; NULL where none does. */
const PROCESS_HEAP_ENTRY *entry_with(const struct walk *walk, WORD flags);

/* The first entry of the walk that has this address, whatever its flags; NULL where none does. */
const PROCESS_HEAP_ENTRY *entry_at(const struct walk *walk, const void *address);

/*
 * What the REGION entries of the walk have committed, in bytes. Skips the case where no entry has
 * sizes of a region: the page leaves it to the implementation whether a walk reports them.
 */
SIZE_T committed_size(const struct walk *walk);

/* clang-format off */
/*
 * Both walks show the same sequence: addresses, sizes and documented flags, entry by entry. A
 * failure names the first entry that differs.
 */
#define ck_assert_same_walk(got_, want_)                                                           \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_same_walk(" #got_ ", " #want_ ")", "");                    \
		heapkit_check_same_walk(&heapkit_here, got_, want_);                               \
	} while (0)
/* clang-format on */
void heapkit_check_same_walk(const struct heapkit_site *, const struct walk *, const struct walk *);

#endif
