/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapwalk
 * https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-process_heap_entry
 */
#include "alter.h"
#include "imports.h"
#include "teb.h"
#include "walk.h"

static WORD flags_of(enum piece_kind kind)
{
	switch (kind) {
	case PIECE_REGION:
		return ENTRY_REGION;
	case PIECE_BUSY:
	case PIECE_LARGE:
		return ENTRY_BUSY;
	case PIECE_UNCOMMITTED:
		return ENTRY_UNCOMMITTED;
	default:
		return 0;
	}
}

/* HWK-07 to HWK-10, HWK-12 to HWK-16, HWK-29, HWK-32, HWK-33. A size has 32 bits on every width. */
void walk_describe(const struct piece *piece, struct walk_entry *entry)
{
	const struct region *region = piece->region;

	entry->data = piece->address;
	entry->size = piece->size > UINT32_MAX ? UINT32_MAX : (DWORD)piece->size;
	entry->overhead = (BYTE)(piece->overhead > 255 ? 255 : piece->overhead);
	entry->region_index = (BYTE)region->index;
	entry->flags = flags_of(piece->kind);
	if (piece->kind != PIECE_REGION)
		return;
	entry->committed = (DWORD)(region->base + region->committed - (BYTE *)piece->address);
	entry->uncommitted = (DWORD)(region->reserved - region->committed);
	entry->first_block = piece->first_block;
	entry->last_block = piece->last_block;
}

/* Which piece an entry tells of. */
static enum piece_kind kind_of(const struct walk_entry *entry)
{
	if (!entry->data)
		return PIECE_NONE;
	if (entry->flags & ENTRY_REGION)
		return PIECE_REGION;
	if (entry->flags & ENTRY_UNCOMMITTED)
		return PIECE_UNCOMMITTED;
	return entry->flags & ENTRY_BUSY ? PIECE_BUSY : PIECE_FREE;
}

static DWORD step(struct heap *heap, struct walk_entry *entry)
{
	struct piece piece = {.kind = kind_of(entry), .address = entry->data};

	if (!heap_next_piece(heap, &piece))
		return piece.kind == PIECE_NONE ? ERROR_NO_MORE_ITEMS : ERROR_INVALID_PARAMETER;
	walk_describe(&piece, entry);
	return 0;
}

/*
 * HWK-03 to HWK-06, HWK-19 to HWK-25, HWK-30, HWK-31, HWK-34, HWK-36. All that is known of a walk
 * stands in the caller's structure, which keeps its last entry at the end.
 */
BOOL WINAPI HeapWalk(HANDLE handle, struct walk_entry *entry)
{
	struct heap *heap = handle;
	DWORD error;

	if (!heap || !entry) {
		set_last_error(ERROR_INVALID_PARAMETER);
		return FALSE;
	}
	heap_enter(heap, 0, USE_WALK);
	error = alteration == NOT_ALTERED ? step(heap, entry) : walk_altered(heap, entry);
	heap_leave(heap, 0, USE_WALK);
	if ((error && !altered(walk_end_sets_no_error)) || altered(last_error_on_success))
		set_last_error(error);
	return !error;
}
