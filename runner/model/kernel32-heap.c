/* SPDX-License-Identifier: MIT */
/*
 * The heap functions: who may, which heap, under which lock. How a heap works is heap.c's business.
 * Pages: https://learn.microsoft.com/windows/win32/api/heapapi/
 */
#include <string.h>

#include "alter.h"
#include "blocks-altered.h"
#include "enumerate.h"
#include "environment.h"
#include "faults.h"
#include "imports.h"
#include "lock-altered.h"
#include "teb.h"

/* HCR-13, HAL-09, HRA-14, HRA-22: where exceptions are asked for NULL is not returned. */
static void *no_memory(const struct block_call *call, enum heap_use use)
{
	DWORD code = 0;

	if ((call->heap->options | call->flags) & HEAP_GENERATE_EXCEPTIONS)
		code = STATUS_NO_MEMORY;
	if (code && alteration != NOT_ALTERED)
		code = alter_exception(call, use, code);
	if (code)
		raise_exception(code);
	if (!altered(failed_calls_keep_last_error))
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
	return NULL;
}

static bool has_private_heap;

static HANDLE not_created(void)
{
	if (!altered(impossible_heap_has_no_error))
		set_last_error(altered(impossible_sizes_are_invalid) ? ERROR_INVALID_PARAMETER
								     : ERROR_NOT_ENOUGH_MEMORY);
	if (alteration != NOT_ALTERED)
		alter_failed_creation();
	return NULL;
}

/* HCR-01 to HCR-12, HCR-17, HCR-29, HCR-30, GPH-13. */
HANDLE WINAPI HeapCreate(DWORD options, SIZE_T initial_size, SIZE_T maximum_size)
{
	struct creation creation = {options, initial_size, maximum_size, NULL};

	if (altered(created_heap_is_process_heap) ||
	    (altered(fixed_heap_is_process_heap) && maximum_size))
		return process_heap();
	if (alteration != NOT_ALTERED && alter_creation(&creation))
		return creation.heap ? creation.heap : not_created();
	creation.heap = heap_new(creation.options, creation.initial_size, creation.maximum_size);
	if (!creation.heap)
		return not_created();
	creation.heap->is_private = has_private_heap = true;
	list_add(creation.heap);
	if (alteration != NOT_ALTERED)
		alter_created(&creation);
	succeeded();
	return creation.heap;
}

/* HDS-01 to HDS-03, HDS-11, GPH-14, GPH-43. The process heap is not to be destroyed (HDS-06). */
BOOL WINAPI HeapDestroy(HANDLE handle)
{
	if (handle == process_heap() || (alteration != NOT_ALTERED && alter_destruction(handle)) ||
	    !list_remove(handle)) {
		set_last_error(ERROR_INVALID_HANDLE);
		return FALSE;
	}
	/* What these two leave in the list has to be there, or the model would fall instead of lie.
	 */
	if (!altered(destroyed_heap_still_listed) && !altered(destruction_removes_newest))
		heap_delete(handle);
	if (alteration != NOT_ALTERED)
		alter_destroyed();
	return succeeded() && !altered(destruction_returns_false);
}

/* Whether a mutant keeps the process heap from serving blocks. */
static bool is_refused(const struct heap *heap, SIZE_T size)
{
	if (is_use_refused(heap, USE_ALLOCATE))
		return true;
	if (heap != process_heap())
		return false;
	return (altered(listed_process_heap_unusable) && heap->was_listed) ||
	       (altered(process_heap_needs_a_private_one) && !has_private_heap) ||
	       (altered(process_heap_refuses_large_blocks) && size > 0x100000) ||
	       (altered(process_heap_of_first_thread_only) && !is_main_thread());
}

/* What new memory holds is nobody's business: HAL-04. */
static void fill_new(const struct block_call *call)
{
	if ((altered(new_blocks_filled) || has_checked_heaps()) &&
	    !(call->flags & HEAP_ZERO_MEMORY))
		memset(call->result, 0xBA, call->size);
}

/* HAL-01 to HAL-23, HLK-05. */
void *WINAPI HeapAlloc(HANDLE handle, DWORD flags, SIZE_T size)
{
	struct block_call call = {.heap = handle, .flags = flags, .size = size};

	if (is_refused(call.heap, size))
		return no_memory(&call, USE_ALLOCATE);
	if (alteration != NOT_ALTERED && alter_allocation(&call))
		return call.result;
	heap_enter(call.heap, flags, USE_ALLOCATE);
	call.result = heap_allocate(call.heap, call.size, call.flags & HEAP_ZERO_MEMORY);
	if (alteration != NOT_ALTERED && call.result)
		alter_allocated(&call);
	if (!call.result && altered(exceptions_raised_with_lock_held) &&
	    (flags | call.heap->options) & HEAP_GENERATE_EXCEPTIONS)
		return no_memory(&call, USE_ALLOCATE);
	heap_leave(call.heap, flags, USE_ALLOCATE);
	if (!call.result)
		return no_memory(&call, USE_ALLOCATE);
	fill_new(&call);
	succeeded();
	return call.result;
}

static void resize(struct block_call *call)
{
	if (alteration != NOT_ALTERED) {
		call->old_size = call->memory ? heap_block_size(call->heap, call->memory) : 0;
		if (alter_resizing(call))
			return;
	}
	if (call->memory)
		call->result = heap_resize(call->heap, call->memory, call->size,
					   call->flags & HEAP_ZERO_MEMORY,
					   call->flags & HEAP_REALLOC_IN_PLACE_ONLY);
	if (alteration != NOT_ALTERED)
		alter_resized(call);
}

/* HRA-01 to HRA-22; no block is no error that the page knows, and gives NULL. */
void *WINAPI HeapReAlloc(HANDLE handle, DWORD flags, void *memory, SIZE_T size)
{
	struct block_call call = {.heap = handle, .flags = flags, .size = size, .memory = memory};

	heap_enter(call.heap, flags, USE_RESIZE);
	resize(&call);
	heap_leave(call.heap, flags, USE_RESIZE);
	if (!memory && !call.result) {
		set_last_error(altered(resizing_null_is_invalid) ? ERROR_INVALID_PARAMETER : 0);
		return NULL;
	}
	if (!call.result)
		return no_memory(&call, USE_RESIZE);
	succeeded();
	return call.result;
}

/* HFR-01, HFR-02, HFR-03, HFR-09, HFR-13. */
BOOL WINAPI HeapFree(HANDLE handle, DWORD flags, void *memory)
{
	struct block_call call = {.heap = handle, .flags = flags, .memory = memory};
	BOOL good = TRUE;

	if (alteration != NOT_ALTERED) {
		call.old_size = memory ? heap_block_size(handle, memory) : 0;
		if (alter_release(&call, &good))
			return good;
	}
	if (!memory)
		return succeeded();
	if ((altered(process_heap_never_frees) && handle == process_heap()) ||
	    is_use_refused(handle, USE_RELEASE))
		return FALSE;
	heap_enter(call.heap, flags, USE_RELEASE);
	if (altered(freed_blocks_filled) && call.old_size != ~(SIZE_T)0)
		memset(memory, 0xFE, call.old_size);
	if (alteration != NOT_ALTERED)
		altered_release(call.heap, memory);
	good = heap_release(call.heap, memory);
	if (alteration != NOT_ALTERED)
		alter_after_release(call.heap);
	heap_leave(call.heap, flags, USE_RELEASE);
	if (good)
		return succeeded();
	set_last_error(ERROR_INVALID_PARAMETER);
	return FALSE;
}

/* HSZ-01, HSZ-02, HSZ-07, HSZ-09: the size asked for; the last error is never set. */
SIZE_T WINAPI HeapSize(HANDLE handle, DWORD flags, const void *memory)
{
	struct heap *heap = handle;
	SIZE_T size;

	heap_enter(heap, flags, USE_SIZE);
	size = heap_block_size(heap, memory);
	heap_leave(heap, flags, USE_SIZE);
	if (alteration != NOT_ALTERED) {
		const struct block_call call = {
		    .heap = heap, .flags = flags, .memory = (unsigned char *)(uintptr_t)memory};

		size = altered_size(heap, alter_size(&call, size));
	}
	return size;
}
