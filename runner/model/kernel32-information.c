/* SPDX-License-Identifier: MIT */
/*
 * What can be asked of a heap and set: the low-fragmentation heap, which here is only remembered,
 * and two settings without an effect that could be seen.
 * Pages:
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapqueryinformation
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapsetinformation
 */
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "environment.h"
#include "imports.h"
#include "lock-altered.h"
#include "teb.h"

enum { COMPATIBILITY, TERMINATION_ON_CORRUPTION, OPTIMIZE_RESOURCES = 3 };
enum { PLAIN, LOOK_ASIDE, LOW_FRAGMENTATION };

/* ---- Asking ------------------------------------------------------------------------------------
 */

/* HQS-01, HQS-05. */
static DWORD compatibility_of(const struct heap *heap)
{
	if (altered(compatibility_is_options))
		return heap->options | 0x1000;
	if (altered(new_heaps_have_look_aside_lists) && heap->compatibility == PLAIN)
		return LOOK_ASIDE;
	if (altered(new_heaps_have_low_fragmentation) || !has_nt_heaps())
		return LOW_FRAGMENTATION;
	if (altered(low_fragmentation_never_reported))
		return PLAIN;
	if (altered(no_serialize_heap_reports_look_aside) && heap->options & HEAP_NO_SERIALIZE)
		return LOOK_ASIDE;
	return heap->compatibility;
}

/* HQS-02, HQS-03, HQS-19, HQS-21. */
static void store_length(SIZE_T *returned, SIZE_T needed, SIZE_T length)
{
	if (!returned)
		return;
	if (length < needed) {
		if (altered(short_query_keeps_length))
			return;
		if (altered(short_query_returns_given_length) ||
		    (altered(size_enquiry_returns_zero) && length == 0))
			needed = length;
	} else if (altered(query_returns_no_length)) {
		return;
	} else if (altered(query_returns_pointer_size)) {
		needed = 8;
	} else if (altered(query_returns_length_in_32_bits)) {
		memcpy(returned, &needed, 4);
		return;
	}
	*returned = needed;
}

/* What mutants refuse that the page allows, or that is known of Windows. */
static bool is_query_refused(SIZE_T length, const SIZE_T *returned)
{
	return altered(compatibility_query_refused) ||
	       (altered(query_needs_return_length) && !returned) ||
	       (altered(long_query_refused) && length > 4);
}

static BOOL too_short(const void *buffer, SIZE_T length)
{
	if (altered(short_query_succeeds) && length)
		return TRUE;
	if (altered(size_enquiry_succeeds) && !buffer)
		return TRUE;
	if (altered(size_enquiry_is_invalid) && !buffer)
		return refused(ERROR_INVALID_PARAMETER);
	if (altered(short_query_error_is_bad_length) && length)
		return refused(ERROR_BAD_LENGTH);
	return refused(ERROR_INSUFFICIENT_BUFFER);
}

static void store_value(void *buffer, SIZE_T length, DWORD value)
{
	const bool is_long = length > sizeof value;

	if (altered(query_stores_nothing) || (altered(long_query_stores_nothing) && is_long))
		return;
	if (altered(long_query_clears_the_rest) && is_long)
		memset(buffer, 0, length);
	if (altered(long_query_stores_at_end) && is_long)
		memcpy((unsigned char *)buffer + length - sizeof value, &value, sizeof value);
	else
		memcpy(buffer, &value, altered(query_stores_one_byte) ? 1 : sizeof value);
}

/*
 * HQS-01 to HQS-07, HQS-19, HQS-21. The other classes cannot be asked for (HQS-15). No heap at all
 * is an address that cannot be read (HQS-07).
 */
BOOL WINAPI HeapQueryInformation(HANDLE handle, DWORD class, void *buffer, SIZE_T length,
				 SIZE_T *returned)
{
	const SIZE_T needed = sizeof(DWORD);
	struct heap *heap = handle;

	if (class == TERMINATION_ON_CORRUPTION && altered(termination_can_be_queried))
		return succeeded();
	if (class != COMPATIBILITY)
		return refused(ERROR_INVALID_PARAMETER);
	if (!heap && altered(query_without_heap_asks_process_heap))
		heap = process_heap();
	if (!heap) {
		if (altered(query_without_heap_returns_length))
			store_length(returned, needed, needed);
		return refused(altered(query_without_heap_is_invalid) ? ERROR_INVALID_HANDLE
								      : ERROR_NOACCESS);
	}
	if (is_query_refused(length, returned))
		return refused(ERROR_INVALID_PARAMETER);
	store_length(returned, needed, length);
	if (length < needed)
		return too_short(buffer, length);
	if (returned || !altered(query_without_length_stores_nothing))
		store_value(buffer, length, compatibility_of(heap));
	return succeeded();
}

/* HQS-06: 18 blocks of one size at a time turn the low-fragmentation heap on, up to 16 KB. */
void altered_allocation(struct heap *heap)
{
	enum { ENOUGH = 18, SIZES = 0x4000 / 16 + 1 };
	struct piece piece = {.kind = PIECE_NONE};
	BYTE counts[SIZES] = {0};

	if (!altered(low_fragmentation_by_itself) || heap->compatibility ||
	    heap->next_region == 0 || heap->options & HEAP_NO_SERIALIZE)
		return;
	while (heap_next_piece(heap, &piece))
		if (piece.kind == PIECE_BUSY && piece.size <= 0x4000 &&
		    ++counts[piece.size / 16] == ENOUGH) {
			heap->compatibility = LOW_FRAGMENTATION;
			return;
		}
}

/* ---- Setting -----------------------------------------------------------------------------------
 */

static struct heap *named_heap, *previous_heap;

/* What else a mutant sets than the heap named: HQS-20. */
static void set_listed(struct heap **heap)
{
	(*heap)->compatibility = LOW_FRAGMENTATION;
}

static void set_beside(struct heap **heap)
{
	if (previous_heap && *heap && (previous_heap == named_heap || *heap == named_heap))
		previous_heap->compatibility = (*heap)->compatibility = LOW_FRAGMENTATION;
	previous_heap = *heap;
}

/* HQS-08: once set it stays. */
static BOOL set_low_fragmentation(struct heap *heap)
{
	if (altered(low_fragmentation_refused))
		return refused(ERROR_NOT_SUPPORTED);
	if (has_checked_heaps() && has_nt_heaps())
		return refused(ERROR_GEN_FAILURE);
	if (!altered(low_fragmentation_not_kept))
		heap->compatibility = LOW_FRAGMENTATION;
	if (altered(low_fragmentation_concerns_all_heaps))
		list_each(set_listed);
	named_heap = heap;
	previous_heap = NULL;
	if (altered(low_fragmentation_concerns_neighbours))
		list_each(set_beside);
	return succeeded();
}

/* HQS-09. */
static BOOL set_back(struct heap *heap, DWORD value)
{
	if (altered(low_fragmentation_can_be_set_back) ||
	    (altered(look_aside_replaces_low_fragmentation) && value == LOOK_ASIDE)) {
		heap->compatibility = value;
		return succeeded();
	}
	if (altered(refusal_switches_low_fragmentation_off))
		heap->compatibility = PLAIN;
	if (altered(setting_back_is_invalid))
		return refused(ERROR_INVALID_PARAMETER);
	return refused(ERROR_GEN_FAILURE);
}

/* HQS-10, HQS-11, HQS-22: a heap that takes no lock or cannot grow has nowhere to put it. */
static bool is_settable(struct heap *heap)
{
	const bool unlocked = heap->options & HEAP_NO_SERIALIZE, fixed = heap->next_region == 0;

	if (unlocked && altered(no_serialize_heap_set_all_the_same))
		heap->compatibility = LOW_FRAGMENTATION;
	if (unlocked && altered(no_serialize_refusal_is_unsupported))
		set_last_error(ERROR_NOT_SUPPORTED);
	else
		set_last_error(ERROR_INVALID_PARAMETER);
	return !has_nt_heaps() || (!(unlocked && !altered(no_serialize_heap_set)) &&
				   !(fixed && !altered(fixed_heap_set)));
}

/* A mutant says that it worked. */
static bool is_refusal_hidden(const struct heap *heap)
{
	return (altered(no_serialize_heap_set_without_effect) &&
		heap->options & HEAP_NO_SERIALIZE) ||
	       (altered(fixed_heap_set_without_effect) && heap->next_region == 0);
}

/* HQS-08 to HQS-11, HQS-16, HQS-20, HQS-22. Look-aside lists are no more: they cannot be set. */
static BOOL set_compatibility(struct heap *heap, const void *buffer, SIZE_T length)
{
	DWORD value;

	if (altered(short_set_succeeds) && length < sizeof value)
		return succeeded();
	if (length < sizeof value || !buffer || !heap)
		return refused(ERROR_INVALID_PARAMETER);
	memcpy(&value, buffer, sizeof value);
	if (value > LOW_FRAGMENTATION)
		return refused(ERROR_INVALID_PARAMETER);
	if (heap->compatibility == LOW_FRAGMENTATION && value != LOW_FRAGMENTATION)
		return set_back(heap, value);
	if (value == LOOK_ASIDE)
		return refused(ERROR_GEN_FAILURE);
	if (value == PLAIN)
		return succeeded();
	return is_settable(heap) ? set_low_fragmentation(heap) : is_refusal_hidden(heap);
}

static bool is_termination_refused(const struct heap *heap, const void *buffer)
{
	return (altered(termination_needs_heap) && !heap) ||
	       (altered(termination_needs_buffer) && !buffer);
}

static BOOL set_unknown(void)
{
	return altered(unknown_classes_can_be_set) ? succeeded() : refused(ERROR_INVALID_PARAMETER);
}

/* HQS-12 (nothing is ever corrupted here), HQS-13. */
BOOL WINAPI HeapSetInformation(HANDLE handle, DWORD class, void *buffer, SIZE_T length)
{
	switch (class) {
	case COMPATIBILITY:
		return set_compatibility(handle, buffer, length);
	case TERMINATION_ON_CORRUPTION:
		return is_termination_refused(handle, buffer) ? refused(ERROR_INVALID_PARAMETER)
							      : succeeded();
	case OPTIMIZE_RESOURCES:
		if (altered(optimization_refused))
			return refused(ERROR_NOT_SUPPORTED);
		return buffer && length >= 8 ? succeeded() : refused(ERROR_INVALID_PARAMETER);
	default:
		return set_unknown();
	}
}
