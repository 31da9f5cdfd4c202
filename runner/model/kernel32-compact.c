/* SPDX-License-Identifier: MIT */
/* https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapcompact */
#include <string.h>

#include "alter.h"
#include "environment.h"
#include "imports.h"
#include "lock-altered.h"
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

/* What mutants do to blocks in use: HCP-03. */
static void harm_block(struct piece *piece)
{
	if (altered(compact_clears_blocks))
		memset(piece->address, 0, piece->size < 16 ? piece->size : 16);
	if (altered(compact_slides_contents) && piece->size > 16)
		memmove(piece->address, (unsigned char *)piece->address + 8, piece->size - 8);
}

static void harm(struct heap *heap)
{
	struct piece piece = {.kind = PIECE_NONE};
	void *last = NULL;

	while (heap_next_piece(heap, &piece))
		if (piece.kind == PIECE_BUSY) {
			harm_block(&piece);
			last = piece.address;
		}
	if (altered(compact_releases_last_block) && last)
		heap_release(heap, last);
}

static SIZE_T altered_result(const struct heap *heap, DWORD flags, SIZE_T largest)
{
	if (has_checked_heaps() || altered(compact_returns_zero) ||
	    (altered(compact_flag_refused) && flags))
		return 0;
	if (altered(compact_counts_whole_pages))
		return largest & ~(SIZE_T)0xFFF;
	if (altered(compact_returns_reserved_size))
		return heap->regions.reserved;
	if (altered(compact_returns_minus_one))
		return ~(SIZE_T)0;
	return altered(compact_flag_halves_result) && flags ? largest / 2 : largest;
}

/* HCP-01, HCP-02, HCP-05. */
SIZE_T WINAPI HeapCompact(HANDLE handle, DWORD flags)
{
	struct heap *heap = handle;
	SIZE_T largest;

	heap_enter(heap, flags, USE_COMPACT);
	largest = largest_free(heap);
	if (alteration != NOT_ALTERED) {
		harm(heap);
		largest = altered_result(heap, flags, largest);
	}
	heap_leave(heap, flags, USE_COMPACT);
	if (!largest || altered(last_error_on_success))
		set_last_error(0);
	return largest;
}
