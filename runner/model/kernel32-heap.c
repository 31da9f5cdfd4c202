/* SPDX-License-Identifier: MIT */
/*
 * The heap functions: who may, which heap, under which lock. How a heap works is heap.c's business.
 * Pages: https://learn.microsoft.com/windows/win32/api/heapapi/
 */
#include <pthread.h>
#include <sched.h>
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "faults.h"
#include "imports.h"
#include "lock-altered.h"
#include "teb.h"

/* HCR-13, HAL-09, HRA-14: where exceptions are asked for NULL is not returned. */
static void *no_memory(const struct heap *heap, DWORD flags)
{
	if ((heap->options | flags) & HEAP_GENERATE_EXCEPTIONS)
		raise_exception(STATUS_NO_MEMORY);
	set_last_error(ERROR_NOT_ENOUGH_MEMORY);
	return NULL;
}

static BOOL succeeded(void)
{
	if (altered(last_error_on_success))
		set_last_error(0);
	return TRUE;
}

static bool has_private_heap;

/* HCR-01 to HCR-12, GPH-13. */
HANDLE WINAPI HeapCreate(DWORD options, SIZE_T initial_size, SIZE_T maximum_size)
{
	struct heap *heap;

	if (altered(created_heap_is_process_heap) ||
	    (altered(fixed_heap_is_process_heap) && maximum_size))
		return process_heap();
	heap = heap_new(options, initial_size, maximum_size);
	if (!heap) {
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
		return NULL;
	}
	heap->is_private = has_private_heap = true;
	list_add(heap);
	succeeded();
	return heap;
}

/* HDS-01 to HDS-03, GPH-14, GPH-43. The process heap is not to be destroyed (HDS-06). */
BOOL WINAPI HeapDestroy(HANDLE handle)
{
	if (handle == process_heap() || !list_remove(handle)) {
		set_last_error(ERROR_INVALID_HANDLE);
		return FALSE;
	}
	/* What these two leave in the list has to be there, or the model would fall instead of lie.
	 */
	if (!altered(destroyed_heap_still_listed) && !altered(destruction_removes_newest))
		heap_delete(handle);
	return succeeded();
}

/* A freed block of the mutant, which every thread may take until one of them says so. */
static void *volatile kept_block;

static void *take_kept(struct heap *heap, SIZE_T size)
{
	void *const block = kept_block;

	if (block && heap_block_size(heap, block) >= size) {
		sched_yield();
		kept_block = NULL;
		return block;
	}
	pthread_mutex_lock(&heap->lock);
	void *const memory = heap_allocate(heap, size + 64, false);
	pthread_mutex_unlock(&heap->lock);
	return memory;
}

/* Whether a mutant keeps this heap from serving blocks. */
static bool is_refused(const struct heap *heap, SIZE_T size)
{
	if (is_use_refused(heap, USE_ALLOCATE))
		return true;
	if (heap != process_heap())
		return altered(listed_private_heaps_unusable) && heap->was_listed;
	return (altered(listed_process_heap_unusable) && heap->was_listed) ||
	       (altered(process_heap_needs_a_private_one) && !has_private_heap) ||
	       (altered(process_heap_refuses_large_blocks) && size > 0x100000) ||
	       (altered(process_heap_of_first_thread_only) && !is_main_thread());
}

/* HAL-01 to HAL-10, HLK-05. */
void *WINAPI HeapAlloc(HANDLE handle, DWORD flags, SIZE_T size)
{
	struct heap *heap = handle;
	void *memory;

	if (altered(one_block_for_two_threads) && heap == process_heap())
		return take_kept(heap, size);
	if (is_refused(heap, size))
		return no_memory(heap, flags);
	heap_enter(heap, flags, USE_ALLOCATE);
	memory = heap_allocate(heap, size, flags & HEAP_ZERO_MEMORY);
	heap_leave(heap, flags, USE_ALLOCATE);
	if (!memory)
		return no_memory(heap, flags);
	if ((altered(new_blocks_filled) || altered(debugger_present)) &&
	    !(flags & HEAP_ZERO_MEMORY))
		memset(memory, 0xBA, size);
	succeeded();
	return memory;
}

/* HRA-01 to HRA-09; no block is no error that the page knows, and gives NULL. */
void *WINAPI HeapReAlloc(HANDLE handle, DWORD flags, void *memory, SIZE_T size)
{
	const bool in_place = flags & HEAP_REALLOC_IN_PLACE_ONLY, zeroed = flags & HEAP_ZERO_MEMORY;
	struct heap *heap = handle;
	void *moved;

	if (!memory) {
		set_last_error(0);
		return NULL;
	}
	if (altered(process_heap_never_resizes) && heap == process_heap())
		return no_memory(heap, flags);
	heap_enter(heap, flags, USE_RESIZE);
	moved = heap_resize(heap, memory, size, zeroed, in_place);
	heap_leave(heap, flags, USE_RESIZE);
	if (!moved)
		return no_memory(heap, flags);
	succeeded();
	return moved;
}

/* HFR-01, HFR-02. */
BOOL WINAPI HeapFree(HANDLE handle, DWORD flags, void *memory)
{
	struct heap *heap = handle;
	SIZE_T size;
	bool good;

	if (!memory)
		return succeeded();
	if ((altered(process_heap_never_frees) && heap == process_heap()) ||
	    is_use_refused(heap, USE_RELEASE))
		return FALSE;
	heap_enter(heap, flags, USE_RELEASE);
	if (altered(one_block_for_two_threads) && heap == process_heap()) {
		void *const before = kept_block;

		kept_block = memory;
		memory = before;
	}
	size = heap_block_size(heap, memory);
	if (altered(freed_blocks_filled) && size != ~(SIZE_T)0)
		memset(memory, 0xFE, size);
	if (alteration != NOT_ALTERED)
		altered_release(heap, memory);
	good = !memory || heap_release(heap, memory);
	heap_leave(heap, flags, USE_RELEASE);
	if (good)
		return succeeded();
	set_last_error(ERROR_INVALID_PARAMETER);
	return FALSE;
}

/* HSZ-01, HSZ-07: the size asked for; the last error is never set. */
SIZE_T WINAPI HeapSize(HANDLE handle, DWORD flags, const void *memory)
{
	struct heap *heap = handle;
	SIZE_T size;

	heap_enter(heap, flags, USE_SIZE);
	size = heap_block_size(heap, memory);
	heap_leave(heap, flags, USE_SIZE);
	if (altered(size_rounded_up) && size != ~(SIZE_T)0)
		size = (size + HEAP_ALIGNMENT) & ~(SIZE_T)(HEAP_ALIGNMENT - 1);
	return altered_size(heap, size);
}
