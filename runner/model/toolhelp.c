/* SPDX-License-Identifier: MIT */
/*
 * Snapshots of the heaps of the own process. Other processes, and what else a snapshot can hold,
 * are nobody's business here: such a snapshot is taken and empty. Pages:
 * https://learn.microsoft.com/windows/win32/api/tlhelp32/
 */
#include "toolhelp.h"

#include <pthread.h>
#include <stdlib.h>

#include "alter.h"
#include "enumerate.h"
#include "imports.h"
#include "teb.h"

enum {
	SNAPSHOT_HEAPS = 1,
	DEFAULT_HEAP = 1,
	FIRST_HANDLE = 0x8000 /* threads and events are below */,
	MOST_SNAPSHOTS = 256,
};

#define INVALID_HANDLE ((HANDLE) ~(uintptr_t)0)

struct snapshot {
	bool in_use;
	bool has_heaps;
	unsigned number; /* how many there were before it */
	DWORD next;
	struct heap_ids heaps;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct snapshot snapshots[MOST_SNAPSHOTS];
static unsigned taken;

/* ---- Snapshots ---------------------------------------------------------------------------------
 */

static HANDLE handle_of(const struct snapshot *snapshot)
{
	return (HANDLE)(uintptr_t)(FIRST_HANDLE + 4 * (snapshot - snapshots));
}

/* NULL where it is no handle of a snapshot. The caller holds the lock. */
static struct snapshot *snapshot_of(HANDLE handle)
{
	const uintptr_t number = ((uintptr_t)handle - FIRST_HANDLE) / 4;

	if ((uintptr_t)handle >= FIRST_HANDLE && (uintptr_t)handle % 4 == 0 &&
	    number < MOST_SNAPSHOTS && snapshots[number].in_use)
		return &snapshots[number];
	return NULL;
}

/* TLH-18: every heap there is. */
static bool take_heaps(struct snapshot *snapshot)
{
	DWORD count;
	HANDLE *heaps = list_copy(&count);
	uintptr_t *ids = calloc(count + (SIZE_T)1, sizeof *ids);

	if (heaps && ids)
		for (DWORD i = 0; i < count; i++)
			ids[i] = alter_id((uintptr_t)heaps[i], snapshot->number);
	free(heaps);
	if (!heaps || !ids) {
		free(ids);
		return false;
	}
	free(snapshot->heaps.ids);
	snapshot->heaps = (struct heap_ids){ids, count};
	alter_ids(&snapshot->heaps, snapshot->number);
	return true;
}

static struct snapshot *new_snapshot(DWORD flags)
{
	struct snapshot *snapshot = snapshots;

	while (snapshot < snapshots + MOST_SNAPSHOTS && snapshot->in_use)
		snapshot++;
	if (snapshot == snapshots + MOST_SNAPSHOTS)
		return NULL;
	*snapshot = (struct snapshot){.number = taken};
	snapshot->has_heaps = flags & SNAPSHOT_HEAPS || altered(snapshot_flags_ignored);
	if (snapshot->has_heaps) {
		alter_before_snapshot(taken);
		if (!take_heaps(snapshot))
			return NULL;
	}
	taken++;
	snapshot->in_use = true;
	return snapshot;
}

/* TLH-01. */
HANDLE WINAPI CreateToolhelp32Snapshot(DWORD flags, DWORD process_id)
{
	struct snapshot *snapshot;

	if ((process_id && process_id != GetCurrentProcessId()) ||
	    (altered(snapshot_of_own_pid_refused) && process_id) ||
	    (altered(snapshot_of_pid_0_refused) && !process_id)) {
		set_last_error(process_id ? ERROR_ACCESS_DENIED : ERROR_INVALID_PARAMETER);
		return INVALID_HANDLE;
	}
	pthread_mutex_lock(&lock);
	snapshot = new_snapshot(flags);
	pthread_mutex_unlock(&lock);
	if (!snapshot) {
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
		return INVALID_HANDLE;
	}
	succeeded();
	return handle_of(snapshot);
}

bool snapshot_close(HANDLE handle)
{
	struct snapshot *snapshot;
	const bool mistaken = altered(snapshot_handle_cannot_be_closed);

	pthread_mutex_lock(&lock);
	snapshot = mistaken ? NULL : snapshot_of(handle);
	if (snapshot) {
		free(snapshot->heaps.ids);
		*snapshot = (struct snapshot){0};
	}
	pthread_mutex_unlock(&lock);
	return snapshot != NULL;
}

/* ---- Heaps of a snapshot -----------------------------------------------------------------------
 */

/* TLH-04, TLH-05. */
static BOOL no_more_heaps(const struct snapshot *snapshot)
{
	if (altered(list_ends_without_error) ||
	    (altered(snapshot_without_heaps_sets_no_error) && !snapshot->has_heaps))
		return FALSE;
	if (altered(list_ends_with_no_more_items))
		return refused(ERROR_NO_MORE_ITEMS);
	if (altered(snapshot_without_heaps_is_invalid) && !snapshot->has_heaps)
		return refused(ERROR_INVALID_HANDLE);
	return refused(ERROR_NO_MORE_FILES);
}

/* The next one of the snapshot. The caller holds the lock. */
static BOOL next_heap(struct snapshot *snapshot, struct heap_list_entry *entry)
{
	const uintptr_t default_id = alter_id((uintptr_t)process_heap(), snapshot->number);
	DWORD index;

	if (altered(list_never_ends) && snapshot->next && snapshot->next == snapshot->heaps.count)
		snapshot->next--;
	if (altered(snapshot_grows_at_its_end) && snapshot->next == snapshot->heaps.count &&
	    snapshot->has_heaps)
		take_heaps(snapshot);
	if (snapshot->next >= snapshot->heaps.count)
		return no_more_heaps(snapshot);
	index = snapshot->next++;
	entry->size = sizeof *entry;
	entry->heap_id = snapshot->heaps.ids[index];
	entry->flags = entry->heap_id == default_id ? DEFAULT_HEAP : 0;
	/* TLH-19. */
	if (!altered(first_heap_alone_has_pid) || index == 0)
		entry->process_id = GetCurrentProcessId();
	alter_list_entry(entry, index);
	return succeeded();
}

/* TLH-03: the size must be there; the error is not documented. */
static BOOL wrong_size(void)
{
	if (altered(missing_size_is_success))
		return TRUE;
	return refused(altered(missing_size_is_bad_length) ? ERROR_BAD_LENGTH
							   : ERROR_INVALID_PARAMETER);
}

static bool begin_again(struct snapshot *snapshot)
{
	static unsigned passes;

	if (altered(list_first_refused))
		return false;
	if (altered(snapshot_is_live) && snapshot->has_heaps)
		take_heaps(snapshot);
	if (altered(every_second_pass_backwards) && snapshot->heaps.count > 1 && ++passes % 2 == 0)
		for (DWORD i = 0, k = snapshot->heaps.count - 1; i < k; i++, k--) {
			const uintptr_t kept = snapshot->heaps.ids[i];

			snapshot->heaps.ids[i] = snapshot->heaps.ids[k];
			snapshot->heaps.ids[k] = kept;
		}
	/* TLH-21. */
	if (!altered(list_first_goes_on))
		snapshot->next = 0;
	return true;
}

static BOOL list_heap(HANDLE handle, struct heap_list_entry *entry, bool first)
{
	struct snapshot *snapshot;
	BOOL found = FALSE;

	if (entry->size < sizeof *entry && !(altered(list_first_ignores_size) && first))
		return wrong_size();
	pthread_mutex_lock(&lock);
	snapshot = snapshot_of(handle);
	if (!snapshot)
		set_last_error(ERROR_INVALID_HANDLE);
	else if (!first || begin_again(snapshot))
		found = next_heap(snapshot, entry);
	pthread_mutex_unlock(&lock);
	return found;
}

BOOL WINAPI Heap32ListFirst(HANDLE snapshot, struct heap_list_entry *entry)
{
	const BOOL found = list_heap(snapshot, entry, true);

	/* TLH-20. */
	if (found && altered(list_first_leaves_no_size))
		entry->size = 0;
	if (found && altered(list_first_tells_larger_size))
		entry->size = sizeof *entry + sizeof(void *);
	if (found && altered(list_first_writes_behind))
		*(DWORD *)(entry + 1) = 0;
	return found;
}

BOOL WINAPI Heap32ListNext(HANDLE snapshot, struct heap_list_entry *entry)
{
	return list_heap(snapshot, entry, false);
}

struct heap *heap_of_id(uintptr_t id)
{
	const HANDLE wanted = (HANDLE)heap_of_altered_id(id);
	DWORD count;
	HANDLE *heaps = list_copy(&count);
	struct heap *found = NULL;

	for (DWORD i = 0; heaps && i < count; i++)
		if (heaps[i] == wanted)
			found = wanted;
	free(heaps);
	return found;
}
