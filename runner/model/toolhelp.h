/* SPDX-License-Identifier: MIT */
/* What the tool help functions fill, and what snapshots and block walks share. */
#ifndef HEAPKIT_MODEL_TOOLHELP_H
#define HEAPKIT_MODEL_TOOLHELP_H

#include <stdbool.h>

#include "heap.h"

struct heap_list_entry {
	SIZE_T size; /* of the structure, as its caller has it */
	DWORD process_id;
	uintptr_t heap_id;
	DWORD flags;
};

struct heap_block_entry {
	SIZE_T size; /* of the structure, as its caller has it */
	HANDLE handle;
	uintptr_t address;
	SIZE_T block_size;
	DWORD flags;
	DWORD lock_count;
	DWORD walk; /* the page reserves it; here it tells one walk from another */
	DWORD process_id;
	uintptr_t heap_id;
};

_Static_assert(sizeof(struct heap_list_entry) == (sizeof(void *) == 8 ? 32 : 16), "layout");
_Static_assert(sizeof(struct heap_block_entry) == (sizeof(void *) == 8 ? 56 : 36), "layout");

/* The heap of an id, which must be there still; NULL: none. */
struct heap *heap_of_id(uintptr_t id);

/* Whether the handle was that of a snapshot, which is gone then. */
bool snapshot_close(HANDLE handle);

/* toolhelp-altered.c: what mutants and variants make of it. */
struct heap_ids {
	uintptr_t *ids;
	DWORD count;
};

void alter_before_snapshot(unsigned number);
void alter_ids(struct heap_ids *ids, unsigned number);
uintptr_t alter_id(uintptr_t heap, unsigned snapshot);
uintptr_t heap_of_altered_id(uintptr_t id);
void alter_list_entry(struct heap_list_entry *entry, DWORD index);
void alter_block_entry(struct heap_block_entry *entry, bool is_first);

#endif
