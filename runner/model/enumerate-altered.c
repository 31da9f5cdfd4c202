/* SPDX-License-Identifier: MIT */
/* What mutants and variants make of GetProcessHeaps and GetProcessHeap: a line or two for each. */
#include <stdlib.h>
#include <unistd.h>

#include "alter.h"
#include "enumerate.h"
#include "environment.h"
#include "imports.h"
#include "teb.h"
#include "virtual.h"

static _Atomic unsigned list_calls;
static pthread_t main_thread;

/* ---- Heaps of others ---------------------------------------------------------------------------
 */

static struct heap *add_stranger(void)
{
	struct heap *heap = heap_new(0, 0, 0);

	if (heap)
		list_add(heap);
	return heap;
}

static void remove_stranger(struct heap *heap)
{
	if (heap && list_remove(heap))
		heap_delete(heap);
}

void alter_start(void)
{
	main_thread = pthread_self();
	environment_begin();
	if (altered(strangers))
		for (int i = 0; i < 3; i++)
			add_stranger();
}

static _Thread_local struct heap *heap_of_thread;

void alter_thread_start(void)
{
	if (altered(threads_start_late))
		usleep(30000);
	if (altered(threads_bring_heaps))
		heap_of_thread = add_stranger();
}

static bool is_mine(const struct heap *heap)
{
	return heap && heap->is_private && pthread_equal(heap->creator, pthread_self());
}

static void forget_mine(struct heap **heap)
{
	if (is_mine(*heap))
		*heap = NULL;
}

static struct heap *found;

static void find_mine(struct heap **heap)
{
	if (is_mine(*heap))
		found = *heap;
}

void alter_thread_end(void)
{
	if (altered(threads_bring_heaps))
		remove_stranger(heap_of_thread);
	if (altered(heap_of_ended_thread_is_null))
		list_each(forget_mine);
	if (altered(heap_leaves_with_its_thread)) {
		do {
			found = NULL;
			list_each(find_mine);
		} while (found && list_remove(found));
	}
}

/* Three disturbances soon, so that attempts are void, and then time enough for any attempt. */
static void come_or_go(unsigned call)
{
	static struct heap *stranger;

	if (call != 3 && call != 10 && call != 40 && call % 1000 != 0)
		return;
	if (stranger)
		remove_stranger(stranger);
	stranger = stranger ? NULL : add_stranger();
}

void alter_before_listing(void)
{
	const unsigned call = ++list_calls;

	if (altered(strangers_heaps_listed) && call == 1)
		for (int i = 0; i < 2; i++)
			add_stranger();
	if (altered(strangers_come_and_go) && is_main_thread())
		come_or_go(call);
}

/* ---- What is listed ----------------------------------------------------------------------------
 */

static void drop(struct listing *listing, DWORD index)
{
	if (index >= listing->count)
		return;
	for (DWORD i = index + 1; i < listing->count; i++)
		listing->heaps[i - 1] = listing->heaps[i];
	listing->count--;
	listing->total--;
}

static void append(struct listing *listing, HANDLE heap)
{
	listing->heaps[listing->count++] = heap;
	listing->total++;
}

static void swap(HANDLE *a, HANDLE *b)
{
	const HANDLE kept = *a;

	*a = *b;
	*b = kept;
}

static void reverse(struct listing *listing, DWORD from)
{
	for (DWORD i = from, k = listing->count; i + 1 < k; i++)
		swap(&listing->heaps[i], &listing->heaps[--k]);
}

/* The first becomes the last, `times` times. */
static void rotate(struct listing *listing, DWORD times)
{
	for (; times; times--)
		for (DWORD i = 1; i < listing->count; i++)
			swap(&listing->heaps[i - 1], &listing->heaps[i]);
}

static void sort_by_address(struct listing *listing)
{
	for (DWORD i = 1; i < listing->count; i++)
		for (DWORD k = i; k && listing->heaps[k - 1] > listing->heaps[k]; k--)
			swap(&listing->heaps[k - 1], &listing->heaps[k]);
}

/* Whether a mutant leaves this heap out. The process heap is none of these. */
static bool is_left_out(const struct heap *heap, const HANDLE *array)
{
	struct memory_information memory;

	if (heap->is_private &&
	    ((altered(private_heaps_not_listed)) ||
	     (altered(heaps_listed_per_thread) && !is_mine(heap)) ||
	     (altered(main_thread_heaps_only) && !pthread_equal(heap->creator, main_thread)) ||
	     (altered(fixed_heaps_not_listed) && !heap->next_region) ||
	     (altered(no_serialize_heaps_not_listed) && heap->options & HEAP_NO_SERIALIZE) ||
	     (altered(throwing_heaps_not_listed) && heap->options & HEAP_GENERATE_EXCEPTIONS) ||
	     (altered(executable_heaps_not_listed) && heap->options & HEAP_CREATE_ENABLE_EXECUTE) ||
	     (altered(worker_lists_process_heap_only) && !is_main_thread())))
		return true;
	if (altered(ntdll_heaps_not_listed) && !heap->is_private && heap != process_heap())
		return true;
	if (altered(array_in_heap_leaves_heap_out) && array) {
		virtual_describe(array, &memory);
		return memory.allocation_base == heap->regions.base;
	}
	return false;
}

static void leave_out(struct listing *listing, const HANDLE *array)
{
	for (DWORD i = 0; i < listing->count; i++)
		while (i < listing->count && listing->heaps[i] &&
		       is_left_out(listing->heaps[i], array))
			drop(listing, i);
}

static void note_listed(struct listing *listing)
{
	for (DWORD i = 0; i < listing->count; i++)
		((struct heap *)listing->heaps[i])->was_listed = true;
}

static void wait_for_locks(const struct listing *listing)
{
	for (DWORD i = 0; i < listing->count; i++) {
		struct heap *heap = listing->heaps[i];

		if (heap->is_private && pthread_mutex_lock(&heap->lock) == 0)
			pthread_mutex_unlock(&heap->lock);
	}
}

static void alter_order(struct listing *listing, DWORD count)
{
	const DWORD last = listing->count - 1;
	HANDLE *heaps = listing->heaps;

	if (altered(order_newest_first) || altered(own_heaps_listed_newest_first))
		reverse(listing, 1);
	if (altered(build_26100_reported))
		reverse(listing, 0);
	if (altered(order_by_address))
		sort_by_address(listing);
	if (altered(order_every_time) && listing->count)
		rotate(listing, list_calls % listing->count);
	if (altered(process_heap_listed_last))
		rotate(listing, 1);
	if (altered(process_heap_listed_second) && last)
		swap(&heaps[0], &heaps[1]);
	if (altered(last_two_heaps_swapped) && last > 1)
		swap(&heaps[last - 1], &heaps[last]);
	if (altered(one_slot_holds_newest_heap) && count == 1)
		heaps[0] = heaps[last];
	if (altered(one_slot_holds_oldest_private_heap) && count == 1 && last)
		heaps[0] = heaps[1];
	if (altered(small_buffer_stores_last) && count < listing->count)
		rotate(listing, listing->count - count);
}

/* The first list after the number of heaps changed; a query does not count as a list. */
static bool is_first_after_change(const struct listing *listing, DWORD count)
{
	static DWORD known;
	const bool changed = count && known != listing->count;

	if (count)
		known = listing->count;
	return changed;
}

static void alter_members(struct listing *listing, DWORD count)
{
	HANDLE *heaps = listing->heaps;
	const DWORD last = listing->count - 1;

	if (altered(process_heap_not_listed))
		drop(listing, 0);
	if (altered(process_heap_listed_as_null))
		heaps[0] = NULL;
	if ((altered(newest_heap_not_listed) || (altered(query_leaves_out_newest) && !count)) &&
	    last)
		drop(listing, last);
	if (altered(newest_heap_listed_twice) && last)
		append(listing, heaps[last]);
	if (altered(first_heap_listed_for_last) && last > 1)
		heaps[last] = heaps[1];
	if (altered(every_seventh_list_lacks_newest) && list_calls % 7 == 0 && last)
		drop(listing, last);
	if (altered(every_seventh_list_repeats_process_heap) && list_calls % 7 == 0 && last)
		heaps[last] = heaps[0];
	if (altered(list_holds_sixteen))
		while (listing->count > 16)
			drop(listing, listing->count - 1);
	if (altered(total_beyond_sixty_four_handles) && listing->count > 64)
		listing->count = 64;
	if (altered(ntdll_heaps_listed_twice))
		for (DWORD i = 1; i <= last; i++)
			if (!((struct heap *)heaps[i])->is_private)
				append(listing, heaps[i]);
	if (altered(first_list_after_change_lacks_process_heap) &&
	    is_first_after_change(listing, count))
		drop(listing, 0);
	if (altered(first_list_after_change_counts_one_more) &&
	    is_first_after_change(listing, count))
		listing->total++;
}

/* What stands in the slots, once it is known which heaps do. */
static void alter_handles(struct listing *listing, DWORD count)
{
	HANDLE *heaps = listing->heaps;

	for (DWORD i = 0; i < listing->count; i++) {
		if (altered(handles_truncated_to_32_bits))
			heaps[i] = (HANDLE)((uintptr_t)heaps[i] & 0xFFFFFFFF);
		if (altered(handles_listed_with_tag_bit))
			heaps[i] = (HANDLE)((uintptr_t)heaps[i] | 1);
		if (altered(handles_listed_as_numbers))
			heaps[i] = (HANDLE)(uintptr_t)(i + 1);
		if (altered(small_buffer_repeats_first) && count < listing->count)
			heaps[i] = heaps[0];
	}
	if (altered(small_buffer_stores_null_last) && count && count < listing->count)
		heaps[count - 1] = NULL;
	if (altered(large_buffer_begins_with_null) && count > listing->count)
		heaps[0] = NULL;
}

void alter_listing(struct listing *listing, DWORD count, const HANDLE *array)
{
	DWORD private_heaps;

	if (alteration == NOT_ALTERED || listing->count == 0)
		return;
	private_heaps = listing->count - 1;
	if (altered(listed_private_heaps_unusable) || altered(listed_process_heap_unusable))
		note_listed(listing);
	if (altered(list_waits_for_heap_lock))
		wait_for_locks(listing);
	leave_out(listing, array);
	alter_order(listing, count);
	alter_members(listing, count);
	alter_handles(listing, count);
	if (altered(creation_raises_total_by_two))
		listing->total += private_heaps;
}

/* ---- What is stored, and what is returned ------------------------------------------------------
 */

DWORD alter_stored(const struct listing *listing, DWORD stored, DWORD count, const HANDLE *array)
{
	const bool small = count && count < listing->total;

	if ((altered(small_buffer_stores_nothing) && small) ||
	    (altered(exact_room_counts_as_small) && count == listing->total))
		return 0;
	if ((altered(small_buffer_stores_one_less) && small) ||
	    (altered(exact_room_leaves_last_slot) && count == listing->total) ||
	    (altered(large_buffer_leaves_last_slot) && count > listing->total))
		return stored - 1;
	if (altered(small_buffer_writes_one_behind) && small)
		return stored + 1;
	if ((altered(small_buffer_stores_everything) && small) ||
	    (altered(zero_count_stores_everything) && count == 0 && array))
		return listing->count;
	if (altered(zero_count_writes_slot) && count == 0 && array)
		return 1;
	return stored;
}

void alter_slot(HANDLE *array, DWORD index, HANDLE heap)
{
	const uint32_t half = (uint32_t)(uintptr_t)heap;

	if (altered(handles_stored_in_32_bits))
		((volatile uint32_t *)array)[index] = half;
	else if (altered(handles_stored_in_64_bits))
		((volatile uint64_t *)array)[index] = (uintptr_t)heap;
	else if (altered(lower_half_stored))
		*(volatile uint16_t *)(array + index) = (uint16_t)half;
	else
		array[index] = heap;
}

void alter_array(const struct listing *listing, DWORD count, HANDLE *array)
{
	if (altered(slots_behind_written))
		for (DWORD i = listing->count; i < count; i++)
			array[i] = NULL;
	if (altered(small_buffer_ends_with_null) && count && count < listing->total)
		array[count] = NULL;
	if (altered(zero_count_reads_array) && count == 0 && array)
		(void)*(HANDLE volatile *)array;
}

static DWORD failed(DWORD error)
{
	set_last_error(error);
	return 0;
}

static bool is_writable(const HANDLE *array)
{
	struct memory_information memory;

	virtual_describe(array, &memory);
	return memory.protection == PAGE_READWRITE || memory.state == MEM_FREE;
}

static bool is_in_process_heap(const HANDLE *array)
{
	struct memory_information memory;

	virtual_describe(array, &memory);
	return memory.allocation_base == process_heap()->regions.base;
}

static DWORD result_of_query(const struct listing *listing, const HANDLE *array)
{
	const DWORD total = listing->total;

	if (altered(query_returns_zero) || (altered(zero_count_with_array_returns_zero) && array))
		return 0;
	if (altered(query_needs_an_array) && !array)
		return failed(ERROR_INVALID_PARAMETER);
	if (altered(zero_count_checks_array) && array && !is_writable(array))
		return failed(ERROR_NOACCESS);
	if (altered(query_leaves_out_process_heap))
		return total - 1;
	if (altered(query_counts_one_more))
		return total + 1;
	if (altered(query_answers_one))
		return 1;
	return altered(query_stops_at_four) && total > 4 ? 4 : total;
}

DWORD alter_result(const struct listing *listing, DWORD count, const HANDLE *array)
{
	const DWORD total = listing->total;
	const bool small = count < total;

	if (altered(last_error_on_success))
		set_last_error(0);
	if (altered(last_error_on_small_buffer) && small)
		set_last_error(122);
	if (altered(worker_lists_nothing) && !is_main_thread())
		return 0;
	if (count == 0)
		return result_of_query(listing, array);
	if (altered(array_in_heap_is_refused) && is_in_process_heap(array))
		return failed(ERROR_INVALID_PARAMETER);
	if (altered(small_buffer_returns_stored_count) && small)
		return count;
	if (altered(small_buffer_returns_zero) && small)
		return failed(234);
	if (altered(small_buffer_returns_what_is_left) && small)
		return total - count;
	if (altered(exact_room_returns_one_more) && count == total)
		return total + 1;
	if (altered(large_buffer_returns_count) && count > total)
		return count;
	return total;
}

/* ---- GetProcessHeap ----------------------------------------------------------------------------
 */

HANDLE alter_process_heap(HANDLE heap)
{
	static _Atomic unsigned calls;

	if (altered(last_error_on_success))
		set_last_error(0);
	if (altered(process_heap_is_null))
		return NULL;
	if (altered(process_heap_made_at_each_call))
		return add_stranger();
	if (altered(process_heap_tagged_from_tenth_call) && ++calls >= 10)
		return (HANDLE)((uintptr_t)heap | 1);
	return heap;
}
