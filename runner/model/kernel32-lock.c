/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heaplock
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapunlock
 */
#include "alter.h"
#include "imports.h"
#include "lock-altered.h"
#include "teb.h"

/* Whether a mutant answers without taking the lock, and what. */
static bool is_locked_otherwise(const struct heap *heap, BOOL *result)
{
	const DWORD depth = is_locked_by_me(heap) ? heap->lock_depth : 0;

	*result = TRUE;
	if (altered(lock_not_supported) || (altered(recursive_lock_refused) && depth))
		*result = refused(ERROR_NOT_SUPPORTED);
	return !*result || altered(lock_excludes_nobody) ||
	       (altered(lock_counts_to_two) && depth == 2);
}

/* HLK-01, HLK-03, HLK-04: owned by a thread, which may lock again. */
BOOL WINAPI HeapLock(HANDLE handle)
{
	struct heap *heap = handle;
	BOOL result;

	if (is_locked_otherwise(heap, &result))
		return result;
	heap_enter(heap, 0, USE_LOCK);
	heap->lock_owner = pthread_self();
	heap->lock_depth++;
	succeeded();
	return !altered(lock_returns_false);
}

/* HLK-02; without owning it (HLK-10) an error. */
BOOL WINAPI HeapUnlock(HANDLE handle)
{
	struct heap *heap = handle;
	const bool is_mine = is_locked_by_me(heap);

	if (!is_mine && (altered(lock_excludes_nobody) || altered(lock_counts_to_two) ||
			 altered(first_unlock_releases) || altered(lock_waits_50_ms)))
		return TRUE;
	if (altered(unlock_forgets_owner))
		return refused(ERROR_NOT_OWNER);
	if (is_mine)
		heap->lock_depth--;
	while (altered(first_unlock_releases) && heap->lock_depth) {
		heap->lock_depth--;
		heap_leave(heap, 0, USE_LOCK);
	}
	if (!heap_leave(heap, 0, USE_LOCK))
		return refused(ERROR_NOT_OWNER);
	succeeded();
	return !altered(unlock_returns_false);
}
