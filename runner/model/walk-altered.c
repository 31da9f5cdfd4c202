/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of a walk. */
#include "alter.h"
#include "walk.h"

DWORD walk_altered(struct heap *heap, struct walk_entry *entry)
{
	struct piece piece = {.kind = PIECE_NONE};

	while (entry->data && heap_next_piece(heap, &piece) && piece.address != entry->data)
		;
	if (entry->data && piece.kind == PIECE_NONE)
		return ERROR_INVALID_PARAMETER;
	if (!heap_next_piece(heap, &piece))
		return ERROR_NO_MORE_ITEMS;
	walk_describe(&piece, entry);
	return 0;
}

void walk_forgets(void *memory)
{
	(void)memory;
}
