/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapsummary
 * https://learn.microsoft.com/windows/win32/api/heapapi/ns-heapapi-heap_summary
 */
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "environment.h"
#include "imports.h"
#include "teb.h"

struct summary {
	DWORD size; /* of this structure, as the caller says */
	SIZE_T allocated;
	SIZE_T committed;
	SIZE_T reserved;
	SIZE_T most_reserved;
};

enum { BYTES = sizeof(void *) == 8 ? 40 : 20, BYTES_OF_OTHER_WIDTH = 60 - BYTES };

_Static_assert(sizeof(struct summary) == BYTES, "layout");

/* HSM-03. */
static SIZE_T counted(const struct piece *piece)
{
	if (piece->kind == PIECE_BUSY || piece->kind == PIECE_LARGE)
		return piece->size + (altered(summary_counts_overhead) || is_unusual_environment()
					  ? piece->overhead
					  : 0);
	return altered(summary_counts_free_blocks) && piece->kind == PIECE_FREE ? piece->size : 0;
}

static void alter_summary(const struct heap *heap, struct summary *summary)
{
	const SIZE_T committed = summary->committed;
	DWORD words[5];

	if (altered(summary_knows_first_region_only))
		summary->committed = heap->regions.committed;
	if (altered(summary_reserves_nothing))
		summary->reserved = 0;
	if (altered(summary_exchanges_members)) {
		summary->committed = summary->reserved;
		summary->reserved = committed;
	}
	if (altered(most_reserved_unknown))
		summary->most_reserved = 0;
	if (altered(summary_members_in_32_bits)) {
		words[0] = summary->size;
		words[1] = (DWORD)summary->allocated;
		words[2] = (DWORD)summary->committed;
		words[3] = words[4] = (DWORD)summary->reserved;
		memcpy(summary, words, sizeof words);
	}
}

static void sum_up(struct heap *heap, struct summary *summary)
{
	struct piece piece = {.kind = PIECE_NONE};

	*summary = (struct summary){.size = summary->size};
	while (heap_next_piece(heap, &piece))
		summary->allocated += counted(&piece);
	for (const struct region *region = &heap->regions; region; region = region->next) {
		summary->committed += region->committed;
		summary->reserved += region->reserved;
	}
	summary->most_reserved = summary->reserved;
	alter_summary(heap, summary);
}

static DWORD problem_with(const struct heap *heap, DWORD flags, const struct summary *summary)
{
	const DWORD wanted = altered(summary_wants_other_width) ? BYTES_OF_OTHER_WIDTH : BYTES;

	if (!heap || !summary || (altered(summary_wants_flags) && !flags))
		return ERROR_INVALID_PARAMETER;
	if (altered(summary_knows_process_heap_only) && heap != process_heap())
		return ERROR_INVALID_HANDLE;
	if (summary->size == wanted || altered(summary_takes_any_size) ||
	    (altered(summary_takes_larger_size) && summary->size > wanted))
		return 0;
	return altered(summary_of_no_size_is_bad_length) ? ERROR_BAD_LENGTH
							 : ERROR_INVALID_PARAMETER;
}

/* HSM-01, HSM-02. */
BOOL WINAPI HeapSummary(HANDLE handle, DWORD flags, struct summary *summary)
{
	const DWORD error = problem_with(handle, flags, summary);
	struct heap *heap = handle;

	if (error) {
		set_last_error(error);
		return FALSE;
	}
	heap_enter(heap, flags, USE_SUMMARY);
	sum_up(heap, summary);
	heap_leave(heap, flags, USE_SUMMARY);
	if (altered(last_error_on_success))
		set_last_error(0);
	return TRUE;
}
