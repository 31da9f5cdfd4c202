/* SPDX-License-Identifier: MIT */
/*
 * One heap: memory that is given out in blocks. No function of this file takes the heap's lock,
 * knows the list of heaps or sets the last error: that is the business of those who call it.
 */
#ifndef HEAPKIT_MODEL_HEAP_H
#define HEAPKIT_MODEL_HEAP_H

#include <pthread.h>
#include <stdbool.h>

#include "win32.h"

#define HEAP_SIGNATURE 0xFFEEFFEEu /* what an NT heap has in this place */
#define HEAP_ALIGNMENT (2 * sizeof(void *))

struct block;

/* A piece of address space, filled with blocks from `first` on. */
struct region {
	struct region *next; /* in the order of their making */
	unsigned char *base;
	SIZE_T reserved;
	SIZE_T committed; /* from the base on; what lies behind is reserved only */
	struct block *first;
	unsigned index; /* 0, 1, 2, … in one heap; a large block's has none */
	bool is_large;  /* holds one block that is too large for the others */
};

/* A handle is the address of this. It lies at the start of the heap's first region. */
struct heap {
	void *reserved[2];
	uint32_t signature;
	DWORD options;
	DWORD page_protection;
	SIZE_T next_region; /* bytes that the next region reserves; 0: the heap must not grow */
	struct region regions;
	unsigned region_count; /* of those with an index */
	struct block *free_blocks;
	pthread_mutex_t lock;
	pthread_t creator;
	bool is_private; /* made by HeapCreate */
	bool was_listed;
	/* What mutants note. */
	void *volatile kept_block;
	volatile uintptr_t kept_by;
	void *newest_block;
	unsigned allocations, releases, zero_blocks;
	void *zero_block;
	bool serves_nothing, frees_nothing, forgets_large, is_damaged;
	/* Members of what is built on heaps; there is room before the first block. */
	DWORD lock_depth; /* of HeapLock, by its owner; for mutants only */
	pthread_t lock_owner;
	DWORD compatibility; /* HeapCompatibilityInformation: 0, or 2 once that was set */
};

/* A new heap, or NULL where the sizes are impossible. heap_delete() gives everything back. */
struct heap *heap_new(DWORD options, SIZE_T initial_size, SIZE_T maximum_size);
void heap_delete(struct heap *heap);

/* A block, or NULL. What `zeroed` promises holds for the bytes asked for. */
void *heap_allocate(struct heap *heap, SIZE_T size, bool zeroed);

/* The block with another size, elsewhere where it must be and `in_place` allows it, or NULL. */
void *heap_resize(struct heap *heap, void *memory, SIZE_T size, bool zeroed, bool in_place);

/* These return false, or ~0, for what is no block of the heap in use. */
bool heap_release(struct heap *heap, void *memory);
SIZE_T heap_block_size(struct heap *heap, const void *memory);

/* Whether all blocks of the heap are in order. */
bool heap_is_sound(const struct heap *heap);

/* ---- What a heap consists of (heap-pieces.c) ---------------------------------------------------
 *
 * A walk needs no state but the piece itself, of which only kind and address are read, so whoever
 * walks can keep these two in a structure of the program's. Regions come in the order of their
 * making; after a region its blocks by address, then what of it is not committed. A large block is
 * one piece alone: its region is not told of.
 */
enum piece_kind {
	PIECE_NONE, /* starts a walk */
	PIECE_REGION,
	PIECE_BUSY,
	PIECE_FREE,
	PIECE_LARGE, /* in use too */
	PIECE_UNCOMMITTED,
};

struct piece {
	enum piece_kind kind;
	void *address;   /* of a region its start (of the first, the handle); else of its memory */
	SIZE_T size;     /* asked for, if in use; of a region, what lies before its first block */
	SIZE_T overhead; /* a block's bytes that nobody asked for; 0 for a large block */
	const struct region *region;
	void *first_block; /* these two of a region only */
	void *last_block;  /* where its last piece ends */
};

/* The piece behind this one takes its place; false with PIECE_NONE at the end of the heap, false
 * with the kind left alone where there is no such piece (any more). */
bool heap_next_piece(struct heap *heap, struct piece *piece);

/* ---- The lock (heap-lock.c) --------------------------------------------------------------------
 *
 * Owned by a thread, which may enter again and leaves as often. HEAP_NO_SERIALIZE, of the heap or
 * among the flags of the call, passes by. What it is for makes a difference to mutants only.
 */
enum heap_use {
	USE_ALLOCATE,
	USE_RESIZE,
	USE_RELEASE,
	USE_SIZE,
	USE_VALIDATE,
	USE_WALK,
	USE_COMPACT,
	USE_SUMMARY,
	USE_LOCK,
};

void heap_enter(struct heap *heap, DWORD flags, enum heap_use use);

/* false where the calling thread is not the owner. */
bool heap_leave(struct heap *heap, DWORD flags, enum heap_use use);

#endif
