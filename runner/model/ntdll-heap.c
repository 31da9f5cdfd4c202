/* SPDX-License-Identifier: MIT */
/*
 * The heap functions of ntdll. Four of them have pages:
 * https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-rtlcreateheap,
 * -rtldestroyheap, -rtlallocateheap and -rtlfreeheap; of the others there is what is known of them.
 */
#include <stdlib.h>
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "imports.h"
#include "ntdll.h"
#include "virtual.h"

/* ---- Heaps -------------------------------------------------------------------------------------
 */

/* How much a heap that does not grow reserves; its page says so. */
static SIZE_T fixed_size(SIZE_T reserve, SIZE_T commit)
{
	if (reserve)
		return reserve < commit ? commit : reserve;
	return commit ? ROUNDED_UP(commit, GRANULARITY) : (SIZE_T)64 * PAGE_BYTES;
}

/* NTD-06, GPH-42. A base address, a lock or parameters of the caller's own are not understood. */
HANDLE WINAPI RtlCreateHeap(DWORD flags, void *base, SIZE_T reserve, SIZE_T commit, void *lock,
			    void *parameters)
{
	struct heap *heap;

	if (base || lock || parameters)
		return NULL;
	heap = heap_new(flags, commit, flags & HEAP_GROWABLE ? 0 : fixed_size(reserve, commit));
	if (heap)
		list_add(heap);
	return heap;
}

/* NTD-09: NULL on success, the heap otherwise. */
HANDLE WINAPI RtlDestroyHeap(HANDLE heap)
{
	if (altered(ntdll_destroyed_heap_still_listed))
		return NULL;
	if (!HeapDestroy(heap) || altered(ntdll_destruction_returns_heap))
		return heap;
	return altered(ntdll_destruction_returns_true) ? (HANDLE)TRUE : NULL;
}

/* ---- The list of heaps -------------------------------------------------------------------------
 */

/* The list as it is, for alter_ntdll_list() to change; again where heaps came meanwhile. */
static bool take_listing(struct listing *listing)
{
	DWORD room;

	*listing = (struct listing){.heaps = NULL};
	do {
		room = GetProcessHeaps(0, NULL) + 16;
		free(listing->heaps);
		listing->heaps = calloc(2 * (SIZE_T)room, sizeof(HANDLE));
		if (!listing->heaps)
			return false;
		listing->total = listing->count = GetProcessHeaps(room, listing->heaps);
	} while (listing->total > room);
	return true;
}

/* NTD-01, NTD-02: GetProcessHeaps is this function under another name. */
DWORD WINAPI RtlGetProcessHeaps(DWORD count, HANDLE *array)
{
	struct listing listing;
	DWORD result;

	if (alteration == NOT_ALTERED)
		return GetProcessHeaps(count, array);
	if (!take_listing(&listing))
		return 0;
	result = alter_ntdll_list(&listing, count, array);
	free(listing.heaps);
	return result;
}

static struct {
	heap_callback callback;
	void *context;
	int32_t status;
} enumeration;

static void tell(struct heap **heap)
{
	if (enumeration.status == STATUS_SUCCESS)
		enumeration.status = enumeration.callback(*heap, enumeration.context);
}

/* NTD-03: ends where the callback says so. The lock of the list is not held meanwhile. */
int32_t WINAPI RtlEnumProcessHeaps(heap_callback callback, void *context)
{
	int32_t status = STATUS_SUCCESS;
	HANDLE *heaps;
	DWORD count;

	if (altered(ntdll_enumeration_holds_lock)) {
		enumeration.callback = callback;
		enumeration.context = context;
		enumeration.status = STATUS_SUCCESS;
		list_each(tell);
		return enumeration.status;
	}
	heaps = list_copy(&count);
	for (DWORD i = 0; heaps && i < count && status == STATUS_SUCCESS; i++) {
		status = callback(heaps[i], context);
		if (altered(ntdll_enumeration_goes_on))
			status = STATUS_SUCCESS;
	}
	free(heaps);
	return status;
}

/* ---- Blocks ------------------------------------------------------------------------------------
 */

void *WINAPI RtlAllocateHeap(HANDLE heap, DWORD flags, SIZE_T size)
{
	return HeapAlloc(heap, flags, size);
}

BOOL WINAPI RtlFreeHeap(HANDLE heap, DWORD flags, void *memory)
{
	return HeapFree(heap, flags, memory);
}

SIZE_T WINAPI RtlSizeHeap(HANDLE heap, DWORD flags, const void *memory)
{
	return HeapSize(heap, flags, memory);
}

/* NTD-05. */
void *WINAPI RtlReAllocateHeap(HANDLE heap, DWORD flags, void *memory, SIZE_T size)
{
	const SIZE_T before = memory ? HeapSize(heap, flags, memory) : 0;
	unsigned char *moved;

	if (!memory && altered(ntdll_reallocation_of_null_allocates))
		return HeapAlloc(heap, flags, size);
	if (altered(ntdll_shrinking_keeps_size) && size < before)
		return memory;
	moved = HeapReAlloc(heap, flags, memory, size);
	if (moved && altered(ntdll_reallocation_does_not_zero) && size > before)
		memset(moved + before, 0xBA, size - before);
	if (moved && altered(ntdll_growth_spoils_the_end) && before < 0x80000 && size > before)
		memset(moved + before - before / 16, 0xBA, before / 16);
	if (moved && altered(ntdll_shrinking_spoils_the_end) && size < before)
		memset(moved + size - size / 16, 0xBA, size / 16);
	return moved;
}
