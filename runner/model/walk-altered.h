/* SPDX-License-Identifier: MIT */
/* A walk as a mutant or a variant sees it: all its entries at once. For walk-altered*.c alone. */
#ifndef HEAPKIT_MODEL_WALK_ALTERED_H
#define HEAPKIT_MODEL_WALK_ALTERED_H

#include "walk.h"

/* In the flags of an entry that is told twice, so that the second is another place. */
enum { ENTRY_AGAIN = 0x8000 };

struct told {
	struct walk_entry entry;
	struct piece piece;
};

struct sequence {
	struct heap *heap;
	struct told *told;
	size_t count;
	size_t busy; /* how many are in use */
};

/* walk-altered-entries.c: what there is, and what is told of it. There is room for twice as many.
 */
void alter_sequence(struct sequence *sequence, unsigned walks);

#endif
