/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapsummary
 * https://learn.microsoft.com/windows/win32/api/heapapi/ns-heapapi-heap_summary
 */
#include "alter.h"
#include "heap.h"
#include "imports.h"
#include "teb.h"

struct summary {
	DWORD size; /* of this structure, as the caller says */
	SIZE_T allocated;
	SIZE_T committed;
	SIZE_T reserved;
	SIZE_T most_reserved;
};

_Static_assert(sizeof(struct summary) == (sizeof(void *) == 8 ? 40 : 20), "HSM");

/* HSM-03. */
static void sum_up(struct heap *heap, struct summary *summary)
{
	struct piece piece = {.kind = PIECE_NONE};

	*summary = (struct summary){.size = summary->size};
	while (heap_next_piece(heap, &piece))
		if (piece.kind == PIECE_BUSY || piece.kind == PIECE_LARGE)
			summary->allocated += piece.size;
	for (const struct region *region = &heap->regions; region; region = region->next) {
		summary->committed += region->committed;
		summary->reserved += region->reserved;
	}
	summary->most_reserved = summary->reserved;
}

/* HSM-01, HSM-02. */
BOOL WINAPI HeapSummary(HANDLE handle, DWORD flags, struct summary *summary)
{
	struct heap *heap = handle;

	if (!heap || !summary || summary->size != sizeof *summary) {
		set_last_error(ERROR_INVALID_PARAMETER);
		return FALSE;
	}
	heap_enter(heap, flags, USE_WALK);
	sum_up(heap, summary);
	heap_leave(heap, flags, USE_WALK);
	if (altered(last_error_on_success))
		set_last_error(0);
	return TRUE;
}
