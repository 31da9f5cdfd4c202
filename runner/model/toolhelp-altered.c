/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of snapshots and walks: a line or two for each. */
#include <stdlib.h>
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "imports.h"
#include "toolhelp.h"
#include "virtual.h"

enum { PAGE = 0x1000 /* every handle of a heap is a multiple of it */, FIRST_SERIAL = 4 };

/* ---- Heaps of others ---------------------------------------------------------------------------
 */

static struct heap *add_stranger(void)
{
	struct heap *heap = heap_new(0, 0, 0);

	if (heap)
		list_add(heap);
	return heap;
}

/* Three are there; while the second snapshot is taken one comes, and the three go. */
void alter_before_snapshot(unsigned number)
{
	static struct heap *strangers[3];

	if (altered(snapshots_bring_heaps) && number < 4)
		add_stranger();
	if (!altered(strangers_between_snapshots) || number > 1)
		return;
	if (number == 1)
		add_stranger();
	for (unsigned i = 0; i < 3; i++) {
		if (number == 0)
			strangers[i] = add_stranger();
		else if (strangers[i] && list_remove(strangers[i]))
			heap_delete(strangers[i]);
	}
}

/* ---- Which heaps a snapshot holds --------------------------------------------------------------
 */

static void turn_around(const struct heap_ids *ids)
{
	for (DWORD i = 0, k = ids->count; i + 1 < k; i++) {
		const uintptr_t kept = ids->ids[i];

		ids->ids[i] = ids->ids[--k];
		ids->ids[k] = kept;
	}
}

/* Every snapshot is the first one again. */
static void repeat_first(struct heap_ids *ids)
{
	static struct heap_ids first;

	if (!first.ids) {
		first.count = ids->count;
		first.ids = calloc(ids->count, sizeof *first.ids);
		if (first.ids)
			memcpy(first.ids, ids->ids, ids->count * sizeof *first.ids);
	}
	if (ids->count > first.count)
		ids->count = first.count;
}

/* One that no other function knows; the id need not be more than a number. There is room. */
static void add_unknown(struct heap_ids *ids)
{
	static char unknown[2 * PAGE];

	ids->ids[ids->count++] = ROUNDED_UP((uintptr_t)unknown, PAGE);
}

void alter_ids(struct heap_ids *ids, unsigned number)
{
	if (altered(tool_help_knows_one_heap_more))
		add_unknown(ids);
	if (altered(snapshot_holds_process_heap_alone) && ids->count)
		ids->count = 1;
	if (altered(snapshot_holds_three_heaps) && ids->count > 3)
		ids->count = 3;
	if (altered(snapshots_repeat_the_first) && ids->count)
		repeat_first(ids);
	if (altered(tool_help_lists_newest_first) ||
	    (altered(tool_help_order_of_each_snapshot) && number % 2))
		turn_around(ids);
}

/* ---- Ids ---------------------------------------------------------------------------------------
 */

uintptr_t alter_id(uintptr_t heap, unsigned snapshot)
{
	if (altered(tool_help_ids_are_no_handles))
		return heap / PAGE + FIRST_SERIAL;
	if (altered(tool_help_ids_of_each_snapshot))
		return heap + 1 + snapshot % (PAGE - 1);
	return heap;
}

uintptr_t heap_of_altered_id(uintptr_t id)
{
	if (altered(tool_help_ids_are_no_handles))
		return id < FIRST_SERIAL ? 0 : (id - FIRST_SERIAL) * PAGE;
	if (altered(tool_help_ids_of_each_snapshot))
		return id & ~(uintptr_t)(PAGE - 1);
	return id;
}

/* ---- Entries -----------------------------------------------------------------------------------
 */

void alter_list_entry(struct heap_list_entry *entry, DWORD index)
{
	if (altered(list_entries_have_no_pid))
		entry->process_id = 0;
	if (altered(list_entries_have_thread_id))
		entry->process_id = GetCurrentThreadId() + 1;
	if (altered(no_heap_is_default))
		entry->flags = 0;
	if (altered(every_heap_is_default))
		entry->flags = 1;
	if (altered(tool_help_tells_smaller_size) && index == 0)
		entry->size = offsetof(struct heap_list_entry, flags) + sizeof entry->flags;
}

void alter_block_entry(struct heap_block_entry *entry, bool is_first)
{
	if (altered(blocks_in_use_count_as_locked) && entry->flags == 1)
		entry->lock_count = 1;
	if (altered(later_blocks_have_flags_for_lock_count) && !is_first)
		entry->lock_count = entry->flags;
	if (altered(blocks_have_no_flags))
		entry->flags = 0;
	if (altered(block_addresses_are_of_headers))
		entry->address -= HEAP_ALIGNMENT;
	if (altered(block_entries_have_no_handle))
		entry->handle = NULL;
	if (altered(tool_help_tells_smaller_size))
		entry->size = offsetof(struct heap_block_entry, process_id);
}
