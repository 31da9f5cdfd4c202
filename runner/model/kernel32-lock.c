/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heaplock
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapunlock
 */
#include "alter.h"
#include "heap.h"
#include "imports.h"
#include "teb.h"

static BOOL succeeded(void)
{
	if (altered(last_error_on_success))
		set_last_error(0);
	return TRUE;
}

/* HLK-01, HLK-03, HLK-04: owned by a thread, which may lock again. */
BOOL WINAPI HeapLock(HANDLE handle)
{
	struct heap *heap = handle;

	heap_enter(heap, 0, USE_LOCK);
	return succeeded();
}

/* HLK-02; without owning it (HLK-10) an error. */
BOOL WINAPI HeapUnlock(HANDLE handle)
{
	struct heap *heap = handle;

	if (heap_leave(heap, 0, USE_LOCK))
		return succeeded();
	set_last_error(ERROR_NOT_OWNER);
	return FALSE;
}
