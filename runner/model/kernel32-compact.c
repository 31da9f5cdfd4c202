/* SPDX-License-Identifier: MIT */
/* https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapcompact */
#include "alter.h"
#include "heap.h"
#include "imports.h"
#include "teb.h"

/* Free neighbours are one block at all times, so there is nothing to do: HCP-01, HCP-03. */
static SIZE_T largest_free(struct heap *heap)
{
	struct piece piece = {.kind = PIECE_NONE};
	SIZE_T largest = 0;

	while (heap_next_piece(heap, &piece))
		if (piece.kind == PIECE_FREE && piece.size > largest)
			largest = piece.size;
	return largest;
}

/* HCP-01, HCP-02, HCP-05. */
SIZE_T WINAPI HeapCompact(HANDLE handle, DWORD flags)
{
	struct heap *heap = handle;
	SIZE_T largest;

	heap_enter(heap, flags, USE_WALK);
	largest = largest_free(heap);
	heap_leave(heap, flags, USE_WALK);
	if (!largest || altered(last_error_on_success))
		set_last_error(0);
	return largest;
}
