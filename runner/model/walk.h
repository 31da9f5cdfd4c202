/* SPDX-License-Identifier: MIT */
/* Walking a heap: what a step stores, and where mutants and variants come in. */
#ifndef HEAPKIT_MODEL_WALK_H
#define HEAPKIT_MODEL_WALK_H

#include "heap.h"

enum {
	ENTRY_REGION = 1,
	ENTRY_UNCOMMITTED = 2,
	ENTRY_BUSY = 4,
	ENTRY_SEGMENT = 8, /* of the SDK's header; no page has it */
	ENTRY_MOVEABLE = 0x10,
	ENTRY_DDESHARE = 0x20,
};

/* What HeapWalk fills: PROCESS_HEAP_ENTRY. */
struct walk_entry {
	void *data;
	DWORD size;
	BYTE overhead;
	BYTE region_index;
	WORD flags;
	/* Of regions only; the others' bytes are left as they were. */
	DWORD committed;
	DWORD uncommitted;
	void *first_block;
	void *last_block;
};

_Static_assert(sizeof(struct walk_entry) == (sizeof(void *) == 8 ? 40 : 28), "HWK-01");

/* Fills the entry after a piece. */
void walk_describe(const struct piece *piece, struct walk_entry *entry);

/*
 * walk-altered.c: a step of a mutant or a variant. 0, or the error with which it ends. The caller
 * has entered the heap.
 */
DWORD walk_altered(struct heap *heap, struct walk_entry *entry);

/* A large block is given back: one mutant goes on telling of it. */
void walk_forgets(void *memory);

#endif
