/* SPDX-License-Identifier: MIT */
/* Where global and local memory comes from, and what mutants and variants make of it. */
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "global.h"
#include "imports.h"
#include "virtual.h"

enum { LARGE = 0x8000, MISALIGNMENT = 2 };

/* ---- Another heap, where it must be the process heap --------------------------------------------
 */

static struct heap *hidden_heap;

static bool wants_hidden_heap(const struct request *request)
{
	return !request->is_movable &&
	       ((altered(fixed_blocks_in_hidden_heap) && request->family == GLOBAL) ||
		(altered(large_fixed_blocks_in_hidden_heap) && request->size >= LARGE));
}

static struct heap *heap_for(const struct request *request)
{
	if (!wants_hidden_heap(request))
		return process_heap();
	if (!hidden_heap)
		hidden_heap = heap_new(0, 0, 0);
	return hidden_heap;
}

static struct heap *heap_with(const void *memory)
{
	if (hidden_heap && heap_block_size(hidden_heap, memory) != ~(SIZE_T)0)
		return hidden_heap;
	return process_heap();
}

/* A heap beside the block, and again later: heaps that come once could be a stranger's. */
static void make_heaps(const struct request *request)
{
	static unsigned requests;
	struct heap *heap = NULL;

	if ((altered(local_blocks_make_heaps) && request->family == LOCAL && ++requests % 4 == 0) ||
	    (altered(movable_blocks_make_heaps) && request->is_movable && ++requests % 4 == 0) ||
	    (altered(large_blocks_make_heaps) && request->size >= 0x100000))
		heap = heap_new(0, 0, 0);
	if (heap)
		list_add(heap);
}

/* ---- Blocks ------------------------------------------------------------------------------------
 */

static bool is_misaligned(const struct request *request)
{
	return !request->is_movable &&
	       ((altered(fixed_blocks_aligned_to_two) && request->size <= 64) ||
		(altered(large_fixed_blocks_aligned_to_two) && request->size > LARGE));
}

/* The block that the program knows by this address. */
static unsigned char *true_address(void *memory)
{
	unsigned char *address = memory;

	return (uintptr_t)address % HEAP_ALIGNMENT == MISALIGNMENT ? address - MISALIGNMENT
								   : address;
}

/* Bytes that a mutant zeroes of a block that is to be zeroed. */
static SIZE_T zeroed_bytes(const struct request *request)
{
	if ((altered(local_blocks_not_zeroed) && request->family == LOCAL) ||
	    (altered(global_blocks_not_zeroed) && request->family == GLOBAL) ||
	    (altered(movable_blocks_not_zeroed) && request->is_movable))
		return 0;
	if (altered(first_page_zeroed) && request->size > 0x1000)
		return 0x1000;
	return request->size;
}

void *global_take(const struct request *request)
{
	const SIZE_T before = is_misaligned(request) ? MISALIGNMENT : 0;
	const DWORD flags = request->is_zeroed ? HEAP_ZERO_MEMORY : 0;
	const SIZE_T zeroed = request->is_zeroed ? zeroed_bytes(request) : request->size;
	SIZE_T size = request->size;
	unsigned char *memory;

	if (altered(movable_blocks_rounded_up) && request->is_movable)
		size = ROUNDED_UP(size, 16);
	if (altered(large_global_sizes_rounded_up) && size >= GRANULARITY)
		size = ROUNDED_UP(size, PAGE_BYTES);
	make_heaps(request);
	memory = HeapAlloc(heap_for(request), flags, size + before);
	if (memory && zeroed < request->size)
		memset(memory + zeroed, 0xBA, request->size - zeroed);
	return memory ? memory + before : NULL;
}

bool global_give(void *memory)
{
	unsigned char *address = true_address(memory);

	return HeapFree(heap_with(address), 0, address);
}

void *global_resize(void *memory, DWORD flags, SIZE_T size)
{
	unsigned char *address = true_address(memory);

	return HeapReAlloc(heap_with(address), flags, address, size);
}

SIZE_T global_size(void *memory)
{
	unsigned char *address = true_address(memory);
	const SIZE_T size = HeapSize(heap_with(address), 0, address);

	return address == memory || size == ~(SIZE_T)0 ? size : size - MISALIGNMENT;
}

/* ---- Results -----------------------------------------------------------------------------------
 */

void *alter_released(enum family family, void *handle, bool is_movable)
{
	if ((altered(global_free_returns_handle) && family == GLOBAL) ||
	    (altered(local_free_returns_handle) && family == LOCAL) ||
	    (altered(free_of_movable_returns_handle) && is_movable))
		return handle;
	if (altered(free_returns_true))
		return (void *)TRUE;
	return NULL;
}

/* What would lie there of a block, where there is no page. */
static void *read_behind_null(void)
{
	const volatile uintptr_t address = HEAP_ALIGNMENT;

	return *(void *volatile *)address;
}

void *alter_released_null(enum family family)
{
	if ((altered(local_free_of_null_returns_true) && family == LOCAL) ||
	    (altered(global_free_of_null_returns_true) && family == GLOBAL))
		return (void *)TRUE;
	if (altered(global_free_of_null_reads_it) && family == GLOBAL)
		return read_behind_null();
	return NULL;
}

SIZE_T alter_global_size(enum family family, bool is_movable, SIZE_T size)
{
	if (altered(movable_size_is_that_of_handle) && is_movable)
		return sizeof(void *);
	if (altered(global_size_in_16_bits) && family == GLOBAL)
		return size & 0xFFFF;
	if (altered(local_size_lacks_a_byte) && family == LOCAL && size)
		return size - 1;
	if (altered(fixed_size_rounded_up) && !is_movable && size)
		return ROUNDED_UP(size, 16);
	if (altered(fixed_size_counts_overhead) && !is_movable && size > LARGE)
		return size + 16;
	if (altered(global_size_of_nothing_is_zero) && family == GLOBAL && size == 1)
		return 0;
	if (altered(local_size_of_nothing_is_one) && family == LOCAL && size == 0)
		return 1;
	return size;
}
