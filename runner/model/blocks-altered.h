/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of heaps and their blocks; without one nobody calls these. */
#ifndef HEAPKIT_MODEL_BLOCKS_ALTERED_H
#define HEAPKIT_MODEL_BLOCKS_ALTERED_H

#include "heap.h"

/* ---- heaps-altered.c: for heap-regions.c -------------------------------------------------------
 */

/* Whether the heap gets a further region. */
bool alter_growth(const struct heap *heap, SIZE_T size, bool is_large);

/* The pages that were committed behind `before` bytes. */
void alter_pages(const struct heap *heap, const struct region *region, SIZE_T before);

/* Whether the region of a heap that is destroyed is given back. */
bool alter_deletion(const struct region *region);
void alter_freed_address(void *base);

/* ---- heaps-altered.c: HeapCreate and HeapDestroy -----------------------------------------------
 */

struct creation {
	DWORD options;
	SIZE_T initial_size;
	SIZE_T maximum_size;
	struct heap *heap; /* the result */
};

/* true: the result is decided. It may change what is asked for. */
bool alter_creation(struct creation *creation);
void alter_created(struct creation *creation);
void alter_failed_creation(void);

/* Whether the heap is refused. */
bool alter_destruction(struct heap *heap);
void alter_destroyed(void);

/* The private heap that was made last and is still there, or NULL. */
struct heap *newest_private_heap(void);

/* ---- blocks-altered.c: HeapAlloc and its siblings ----------------------------------------------
 *
 * alter_… comes before the work, without the lock; true: the result is decided. It may change what
 * is asked for. alter_…ed comes after the work, under the lock.
 */

struct block_call {
	struct heap *heap;
	DWORD flags;
	SIZE_T size;
	SIZE_T old_size;
	unsigned char *memory;
	unsigned char *result;
};

/* Of alter_…: the result is decided, a failure with this last error. */
bool decided_refusal(DWORD error);

bool alter_allocation(struct block_call *call);
void alter_allocated(struct block_call *call);
bool alter_release(struct block_call *call, BOOL *result);
void alter_after_release(struct heap *heap);
SIZE_T alter_size(const struct block_call *call, SIZE_T size);

/* Where all blocks of no bytes are one: whether others than the caller have it as well. */
bool alter_shared_zero(struct block_call *call);

/* ---- resizing-altered.c: HeapReAlloc -----------------------------------------------------------
 */

bool alter_resizing(struct block_call *call);

/* Whether HeapReAlloc of NULL has left the heaps invalid. */
bool is_damaged_by_null(void);
void alter_resized(struct block_call *call);

/* What a large block made by HeapReAlloc is out of place. */
SIZE_T alter_large_offset(void);

/* ---- notes-altered.c: what a mutant has to know of a block -------------------------------------
 */

#define NOTHING_NOTED (~(uintptr_t)0)

void note(const void *memory, uintptr_t value);
uintptr_t noted(const void *memory, uintptr_t otherwise);

/* ---- Exceptions --------------------------------------------------------------------------------
 */

/* The code that is raised where there is no memory; 0: NULL is returned. */
DWORD alter_exception(const struct block_call *call, enum heap_use use, DWORD code);

#endif
