/* SPDX-License-Identifier: MIT */
/*
 * Legal differences, one at a time: name, the requirement that leaves it free (or under which the
 * page is silent), what the model then does differently.
 */
#ifndef HEAPKIT_MODEL_VARIANTS_H
#define HEAPKIT_MODEL_VARIANTS_H

#include "variants-neighbours.h"

/* clang-format off */
#define VARIANTS(V) \
	V(order_newest_first, "GPH-44", "behind the process heap the newest heap is listed first: no page names an order") \
	V(order_by_address, "GPH-44", "heaps are listed by ascending address, the process heap among them") \
	V(order_every_time, "GPH-46", "each list begins with another heap") \
	V(order_changed_by_destruction, "GPH-18", "the last heap takes the place of a destroyed one") \
	V(small_buffer_stores_last, "GPH-44", "a too small array receives the last handles of the full list") \
	V(slots_behind_written, "GPH-08", "slots that were offered and not needed are set to NULL") \
	V(last_error_on_success, "GPH-22", "successful calls set the last error to 0") \
	V(last_error_on_small_buffer, "GPH-22", "a too small array sets ERROR_INSUFFICIENT_BUFFER, though it is no failure") \
	V(list_waits_for_heap_lock, "GPH-30", "listing waits until nobody has locked a private heap") \
	V(strangers, "GPH-23", "three heaps of others are there from the start") \
	V(strangers_heaps_listed, "GPH-36", "the first list finds two heaps that other components made just then") \
	V(strangers_come_and_go, "GPH-36", "heaps of others come and go between lists, less and less often") \
	V(threads_bring_heaps, "GPH-36", "a heap of others comes with each thread, and goes with it") \
	V(initial_commit_64k, "HCR-34", "a new heap has 64 KB committed") \
	V(first_reserve_of_a_megabyte, "HCR-32", "a growable heap reserves 1 MB at first") \
	V(handles_not_64k_aligned, "GPH-38", "handles are page addresses, as is known of no Windows") \
	V(segment_heap_signature, "ENV-06", "heaps carry the signature of a segment heap; a walk tells of blocks in use alone, with sizes rounded up") \
	V(addresses_below_2gb, "HCR-23", "memory lies below 2 GB: handles fit into 31 bits") \
	V(handles_come_back, "HDS-09", "a new heap takes the address of the one destroyed last") \
	V(handles_never_come_back, "HDS-09", "addresses of destroyed heaps are not used again") \
	V(blocks_aligned_to_64, "HAL-02", "blocks are aligned to 64 bytes") \
	V(new_blocks_filled, "HAL-04", "new blocks hold 0xBA where no zeroes were asked for") \
	V(freed_blocks_filled, "HFR-04", "freed blocks are filled with 0xFE") \
	V(reallocation_moves, "HRA-10", "HeapReAlloc always moves, except where it must not") \
	V(initial_above_maximum_refused, "HCR-26", "an initial size above the maximum is an error") \
	V(impossible_sizes_are_invalid, "HCR-17", "impossible sizes of a heap are ERROR_INVALID_PARAMETER") \
	V(failed_calls_keep_last_error, "HAL-08", "HeapAlloc and HeapReAlloc set no last error, as their pages have it") \
	V(blocks_with_larger_overhead, "HAL-16", "each block takes 32 bytes more than it must") \
	V(exceptions_are_access_violations, "HAL-09", "where there is no memory STATUS_ACCESS_VIOLATION is raised") \
	V(exceptions_raised_with_lock_held, "HAL-09", "HeapAlloc raises its exception with the lock of the heap held") \
	V(in_place_refused_for_small_blocks, "HRA-05", "blocks below 32 KB never change their size in place") \
	V(shrunk_large_blocks_stay_small, "HRA-15", "a large block that was shrunk does not grow in place any more") \
	V(freed_blocks_reused_late, "HFR-04", "freed memory is given out again as late as possible") \
	V(zero_size_blocks_are_one, "HAL-05", "all blocks of no bytes of a heap have one address") \
	V(fixed_block_limit_lower, "HAL-13", "the largest block of a fixed heap is just above 512 KB, on 32 bits 8 KB below") \
	V(commit_in_64k_steps, "HCR-33", "a heap commits 64 KB at a time once it needs more") \
	V(regions_of_sixteen_megabytes, "HCR-32", "a heap that grows reserves 16 MB at once") \
	V(freed_addresses_taken, "HDS-09", "the addresses of the first three destroyed heaps are taken by somebody else at once") \
	V(resizing_null_is_invalid, "HRA-09", "HeapReAlloc of NULL sets ERROR_INVALID_PARAMETER") \
	V(exceptions_with_parameter, "HAL-09", "where there is no memory the exception has a parameter and could be continued") \
	V(freed_large_blocks_kept, "HFR-12", "the memory of freed large blocks stays with the heap") \
	V(process_heap_not_in_peb, "GPD-05", "the process environment block does not name the process heap") \
	V(short_query_error_is_bad_length, "HQS-02", "a buffer that is too short is ERROR_BAD_LENGTH: no page names the error") \
	V(long_query_clears_the_rest, "HQS-04", "what a longer buffer has behind the value is cleared") \
	V(query_without_heap_is_invalid, "HQS-07", "without a heap the error is ERROR_INVALID_HANDLE") \
	V(unknown_classes_can_be_set, "HQS-14", "setting a class that nobody knows succeeds") \
	V(size_and_validation_pass_lock, "HLK-18", "HeapSize and HeapValidate do not wait for another thread's HeapLock") \
	V(walks_pass_lock, "HLK-18", "HeapWalk does not wait for another thread's HeapLock") \
	V(most_reserved_unknown, "HSM-03", "HeapSummary says 0 for the most that was ever reserved") \
	V(busy_entries_have_further_flags, "HWK-02", "blocks in use have more flags than the page names") \
	V(walk_end_clears_entry, "HWK-05", "the last step of a walk clears the structure") \
	V(blocks_told_backwards, "HWK-11", "behind its first entry a walk comes from the highest address down") \
	V(uncommitted_range_a_page_short, "HWK-12", "an uncommitted range is a page smaller than its region says") \
	V(uncommitted_range_in_two, "HWK-12", "once a heap has blocks an uncommitted range has two entries") \
	V(empty_range_told, "HWK-12", "a heap that is committed as a whole has an uncommitted range of no size") \
	V(large_blocks_have_ddeshare, "HWK-13", "large blocks are flagged as shared, as on Windows 7") \
	V(overheads_differ, "HWK-16", "other overheads, and one region index for all") \
	V(walk_ends_with_region, "HWK-22", "a walk ends with a further region") \
	V(region_size_is_reserved, "HWK-28", "the size of a region is what it has reserved") \
	NEIGHBOUR_VARIANTS(V) \
	V(interior_addresses_validate, "HVL-12", "every address inside a block in use is valid") \
	V(blocks_validate_in_any_heap, "HVL-06", "a block in use is valid whichever heap is named") \
	V(compact_counts_whole_pages, "HCP-04", "HeapCompact counts whole pages only") \
	V(low_fragmentation_by_itself, "HQS-06", "18 blocks of one size turn the low-fragmentation heap on: a query says so, a walk shows a further region, allocations pass another thread's HeapLock") \
	V(optimization_refused, "HQS-13", "optimising resources is refused") \
	V(termination_can_be_queried, "HQS-15", "termination on corruption can be asked for") \
	V(short_set_succeeds, "HQS-16", "setting with a buffer that is too short succeeds and does nothing") \
	V(summary_takes_larger_size, "HSM-02", "HeapSummary accepts structures that are larger") \
	V(waiters_poll, "HLK-14", "who waits for a lock looks every 20 ms whether it is free") \
	V(further_regions_have_no_sizes, "HWK-08", "regions behind the first do not say what they have committed") \
	V(entries_filled_behind_flags, "HWK-13", "what an entry does not have holds 0xCC") \
	V(threads_start_late, "GPH-11", "a thread begins 30 ms after CreateThread returned: no page says when") \
	V(threads_start_at_once, "GPH-11", "a thread has begun, and run for 5 ms, when CreateThread returns") \
	V(build_19045_reported, "GPH-17", "ntdll reports Windows 10 22H2, in the order known of it") \
	V(build_26100_reported, "GPH-17", "ntdll reports Windows 11 24H2, and the list runs backwards")
/* clang-format on */

#endif
