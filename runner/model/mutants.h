/* SPDX-License-Identifier: MIT */
/*
 * Mistakes, one at a time: name, the requirement it breaks, what the model then does wrong. Written
 * from the requirements and from what real implementations get wrong, not from the cases.
 */
#ifndef HEAPKIT_MODEL_MUTANTS_H
#define HEAPKIT_MODEL_MUTANTS_H

#include "mutants-neighbours.h"

#include "mutants-blocks.h"

/* clang-format off */
#define MUTANTS(M) \
	/* ---- GetProcessHeaps: the query ---- */ \
	M(query_returns_zero, "GPH-01", "asked for the number alone it returns 0") \
	M(query_leaves_out_process_heap, "GPH-01", "asked for the number alone it counts private heaps only") \
	M(query_needs_an_array, "GPH-01", "without an array it fails with ERROR_INVALID_PARAMETER") \
	M(zero_count_writes_slot, "GPH-02", "count 0 stores the first handle all the same") \
	M(zero_count_stores_everything, "GPH-02", "count 0 is taken for no limit: every handle is stored") \
	M(zero_count_with_array_returns_zero, "GPH-02", "count 0 with an array returns the number stored, 0") \
	M(query_counts_one_more, "GPH-37", "asked for the number alone it counts one heap more than it lists") \
	M(query_leaves_out_newest, "GPH-37", "asked for the number alone it does not know the newest heap yet") \
	M(query_answers_one, "GPH-39", "asked for the number alone it always says 1") \
	M(query_stops_at_four, "GPH-39", "asked for the number alone it never counts more than four") \
	M(zero_count_reads_array, "GPH-41", "count 0 touches the first slot") \
	M(zero_count_checks_array, "GPH-41", "count 0 with an address that cannot be written returns 0") \
	/* ---- GetProcessHeaps: arrays of every size ---- */ \
	M(exact_room_leaves_last_slot, "GPH-03", "an array of exactly the total lacks the last handle") \
	M(exact_room_counts_as_small, "GPH-03", "an array of exactly the total counts as too small: nothing is stored") \
	M(exact_room_returns_one_more, "GPH-03", "an array of exactly the total makes it return one more") \
	M(small_buffer_returns_stored_count, "GPH-04", "a too small array makes it return how many handles it stored") \
	M(small_buffer_returns_zero, "GPH-04", "a too small array is a failure with ERROR_MORE_DATA") \
	M(small_buffer_returns_what_is_left, "GPH-04", "a too small array makes it return how many heaps did not fit") \
	M(small_buffer_stores_nothing, "GPH-05", "a too small array receives nothing, as texts of the 1990s say") \
	M(small_buffer_stores_one_less, "GPH-05", "a too small array receives one handle less than fits") \
	M(small_buffer_repeats_first, "GPH-05", "a too small array receives the process heap in every slot") \
	M(small_buffer_stores_null_last, "GPH-05", "the last slot of a too small array receives NULL as an end mark") \
	M(small_buffer_writes_one_behind, "GPH-06", "a too small array is written one slot past its end") \
	M(small_buffer_ends_with_null, "GPH-06", "behind a too small array an end mark is written") \
	M(small_buffer_stores_everything, "GPH-06", "a too small array receives all handles") \
	M(large_buffer_returns_count, "GPH-07", "an array with more room makes it return the room") \
	M(large_buffer_leaves_last_slot, "GPH-07", "an array with more room than needed lacks the last handle") \
	M(large_buffer_begins_with_null, "GPH-07", "an array with more room than needed has NULL in its first slot") \
	/* ---- GetProcessHeaps: which heaps ---- */ \
	M(process_heap_not_listed, "GPH-09", "only private heaps are listed and counted") \
	M(process_heap_listed_as_null, "GPH-09", "the process heap is listed as NULL") \
	M(private_heaps_not_listed, "GPH-10", "only the process heap is listed and counted") \
	M(newest_heap_not_listed, "GPH-10", "a heap is listed once another one has been made") \
	M(heaps_listed_per_thread, "GPH-11", "only the calling thread's own heaps are listed, and the process heap") \
	M(main_thread_heaps_only, "GPH-11", "only heaps that the first thread made are listed") \
	M(heap_leaves_with_its_thread, "GPH-12", "heaps leave the list when the thread that made them ends") \
	M(heap_of_ended_thread_is_null, "GPH-12", "heaps are listed as NULL when the thread that made them has ended") \
	M(creation_raises_total_by_two, "GPH-13", "each private heap counts twice in the total") \
	M(creation_replaces_newest, "GPH-13", "every third heap takes the place of the one before it in the list") \
	M(destroyed_heap_still_listed, "GPH-14", "HeapDestroy does not take the heap out of the list") \
	M(destroyed_heap_leaves_null, "GPH-14", "a destroyed heap leaves NULL in its slot") \
	M(count_includes_stale, "GPH-14", "the total counts destroyed heaps, whose slots nobody fills") \
	M(newest_heap_listed_twice, "GPH-15", "the newest private heap is listed twice") \
	M(first_heap_listed_for_last, "GPH-15", "the last slot repeats the oldest private heap") \
	M(process_heap_listed_last, "GPH-16", "the process heap stands behind the private ones") \
	M(process_heap_listed_second, "GPH-16", "the process heap stands behind the first private one") \
	M(own_heaps_listed_newest_first, "GPH-17", "behind the process heap the newest comes first") \
	M(last_two_heaps_swapped, "GPH-17", "the newest heap stands before the one made before it") \
	M(one_slot_holds_newest_heap, "GPH-19", "asked for one handle it stores the newest heap") \
	M(one_slot_holds_oldest_private_heap, "GPH-19", "asked for one handle it stores the oldest private heap") \
	M(handles_truncated_to_32_bits, "GPH-20", "listed handles lack their upper half (64 bits only)") \
	M(handles_listed_with_tag_bit, "GPH-20", "listed handles have their lowest bit set") \
	M(handles_listed_as_numbers, "GPH-20", "listed handles are the numbers of the heaps, from 1") \
	M(every_seventh_list_lacks_newest, "GPH-21", "every seventh list lacks the newest heap") \
	M(every_seventh_list_repeats_process_heap, "GPH-21", "every seventh list has the process heap for the newest") \
	M(list_holds_sixteen, "GPH-27", "the list ends after sixteen heaps, and so does the total") \
	M(total_beyond_sixty_four_handles, "GPH-27", "the total is right, but only 64 handles are ever stored") \
	M(list_changed_without_lock, "GPH-28", "HeapDestroy empties the list and fills it again while others read it") \
	M(busy_list_reports_nothing, "GPH-28", "while another thread changes the list it returns 0") \
	M(list_function_not_exported, "GPH-32", "GetProcAddress does not find it in kernel32.dll") \
	M(exported_function_knows_process_heap_only, "GPH-32", "the address from GetProcAddress lists one heap") \
	M(fixed_heaps_not_listed, "GPH-33", "heaps of fixed size are not listed") \
	M(no_serialize_heaps_not_listed, "GPH-33", "heaps made with HEAP_NO_SERIALIZE are not listed") \
	M(throwing_heaps_not_listed, "GPH-33", "heaps made with HEAP_GENERATE_EXCEPTIONS are not listed") \
	M(executable_heaps_not_listed, "GPH-33", "heaps made with HEAP_CREATE_ENABLE_EXECUTE are not listed") \
	M(handles_stored_in_32_bits, "GPH-34", "slots are 4 bytes wide (64 bits only)") \
	M(handles_stored_in_64_bits, "GPH-34", "slots are 8 bytes wide (32 bits only)") \
	M(lower_half_stored, "GPH-34", "only the lower half of a slot is written") \
	M(array_in_heap_leaves_heap_out, "GPH-35", "the heap in which the array lies is not listed") \
	M(array_in_heap_is_refused, "GPH-35", "an array in a heap is an error: it returns 0") \
	M(worker_lists_nothing, "GPH-40", "on a second thread it returns 0") \
	M(worker_lists_process_heap_only, "GPH-40", "on a second thread it knows the process heap alone") \
	M(ntdll_heaps_not_listed, "GPH-42", "heaps made by RtlCreateHeap are not listed") \
	M(ntdll_heaps_listed_twice, "GPH-42", "heaps made by RtlCreateHeap are listed twice") \
	M(destruction_removes_newest, "GPH-43", "HeapDestroy takes the newest heap out of the list, not its own") \
	M(destruction_removes_two, "GPH-43", "HeapDestroy takes the next heap out of the list as well") \
	M(listed_private_heaps_unusable, "GPH-45", "private heaps that were listed serve no more blocks") \
	M(listed_process_heap_unusable, "GPH-45", "once listed the process heap serves no more blocks") \
	M(first_list_after_change_lacks_process_heap, "GPH-49", "the first list after a change lacks the process heap") \
	M(first_list_after_change_counts_one_more, "GPH-49", "the first list after a change counts one heap too many") \
	/* ---- HeapQueryInformation, HeapSetInformation ---- */ \
	M(compatibility_query_refused, "HQS-01", "HeapQueryInformation knows no class: error 87") \
	M(query_stores_nothing, "HQS-01", "a query succeeds and stores no value") \
	M(query_stores_one_byte, "HQS-01", "a query stores one byte of the value") \
	M(compatibility_is_options, "HQS-01", "class 0 tells the options of the heap") \
	M(short_query_succeeds, "HQS-02", "a buffer of 3 bytes is said to be enough") \
	M(short_query_keeps_length, "HQS-02", "where the buffer is too short the length needed is not told") \
	M(short_query_returns_given_length, "HQS-02", "where the buffer is too short the length told is the one given") \
	M(query_needs_return_length, "HQS-03", "without a pointer for the length a query fails") \
	M(query_without_length_stores_nothing, "HQS-03", "without a pointer for the length a query succeeds and stores no value") \
	M(long_query_refused, "HQS-04", "a buffer longer than the value is refused") \
	M(long_query_stores_at_end, "HQS-04", "in a longer buffer the value stands at the end") \
	M(long_query_stores_nothing, "HQS-04", "in a longer buffer no value is stored") \
	M(new_heaps_have_look_aside_lists, "HQS-05", "a new heap says 1") \
	M(new_heaps_have_low_fragmentation, "HQS-05", "a new heap says 2") \
	M(query_without_heap_asks_process_heap, "HQS-07", "no heap stands for the process heap") \
	M(query_without_heap_returns_length, "HQS-07", "without a heap the length is told all the same") \
	M(low_fragmentation_refused, "HQS-08", "the low-fragmentation heap cannot be set") \
	M(low_fragmentation_not_kept, "HQS-08", "setting the low-fragmentation heap succeeds and changes nothing") \
	M(low_fragmentation_never_reported, "HQS-08", "with the low-fragmentation heap set a query says 0") \
	M(low_fragmentation_can_be_set_back, "HQS-09", "the low-fragmentation heap can be switched off") \
	M(look_aside_replaces_low_fragmentation, "HQS-09", "look-aside lists replace the low-fragmentation heap") \
	M(refusal_switches_low_fragmentation_off, "HQS-09", "refusing to switch it off switches it off") \
	M(setting_back_is_invalid, "HQS-09", "switching it off fails with error 87") \
	M(no_serialize_heap_set, "HQS-10", "the low-fragmentation heap can be set on a heap without a lock") \
	M(no_serialize_heap_set_without_effect, "HQS-10", "setting it on a heap without a lock is said to succeed") \
	M(fixed_heap_set, "HQS-11", "the low-fragmentation heap can be set on a heap of fixed size") \
	M(fixed_heap_set_without_effect, "HQS-11", "setting it on a heap of fixed size is said to succeed") \
	M(termination_needs_heap, "HQS-12", "termination on corruption wants a heap") \
	M(termination_needs_buffer, "HQS-12", "termination on corruption wants a buffer") \
	M(low_fragmentation_rounds_sizes, "HQS-18", "with the low-fragmentation heap HeapSize tells a size of its classes") \
	M(low_fragmentation_clears_next_block, "HQS-18", "with the low-fragmentation heap HeapFree clears the block behind") \
	M(query_returns_no_length, "HQS-19", "a query that succeeds does not tell the length") \
	M(query_returns_pointer_size, "HQS-19", "a query that succeeds tells a length of 8") \
	M(query_returns_length_in_32_bits, "HQS-19", "the length is stored in 32 bits (64 bits only)") \
	M(low_fragmentation_concerns_all_heaps, "HQS-20", "the low-fragmentation heap is set on every heap") \
	M(low_fragmentation_concerns_neighbours, "HQS-20", "the low-fragmentation heap is set on the heaps made just before and after, too") \
	M(size_enquiry_succeeds, "HQS-21", "without a buffer a query succeeds") \
	M(size_enquiry_is_invalid, "HQS-21", "without a buffer the error is 87") \
	M(size_enquiry_returns_zero, "HQS-21", "without a buffer the length told is 0") \
	M(no_serialize_heap_set_all_the_same, "HQS-22", "setting it on a heap without a lock fails and has an effect") \
	M(no_serialize_refusal_is_unsupported, "HQS-22", "setting it on a heap without a lock fails with error 50") \
	M(no_serialize_heap_reports_look_aside, "HQS-22", "a heap without a lock says 1") \
	/* ---- HeapLock, HeapUnlock ---- */ \
	M(lock_not_supported, "HLK-01", "HeapLock returns FALSE and locks nothing") \
	M(lock_returns_false, "HLK-01", "HeapLock locks the heap and returns FALSE") \
	M(unlock_returns_false, "HLK-02", "HeapUnlock unlocks the heap and returns FALSE") \
	M(unlock_forgets_owner, "HLK-02", "HeapUnlock does not know that the thread owns the lock") \
	M(recursive_lock_refused, "HLK-03", "who owns the lock cannot lock again") \
	M(recursive_lock_deadlocks, "HLK-03", "who owns the lock and locks again waits for ever") \
	M(first_unlock_releases, "HLK-03", "the first HeapUnlock releases the lock, however often it was taken") \
	M(lock_counts_to_two, "HLK-03", "the third HeapLock of the owner does not count") \
	M(lock_excludes_nobody, "HLK-04", "HeapLock does nothing") \
	M(lock_waits_50_ms, "HLK-04", "HeapLock waits 50 ms for another thread's lock, then goes on without") \
	M(allocation_passes_lock, "HLK-05", "HeapAlloc does not wait for another thread's HeapLock") \
	M(release_passes_lock, "HLK-05", "HeapFree does not wait for another thread's HeapLock") \
	M(release_waits_50_ms, "HLK-05", "HeapFree waits 50 ms for another thread's HeapLock, then goes on without") \
	M(waiting_allocation_fails, "HLK-05", "HeapAlloc waits for another thread's HeapLock, then returns NULL") \
	M(waiting_release_fails, "HLK-05", "HeapFree waits for another thread's HeapLock, then returns FALSE") \
	M(owner_cannot_allocate, "HLK-06", "who holds the lock gets no blocks") \
	M(owner_cannot_release, "HLK-06", "who holds the lock cannot free blocks") \
	M(owner_allocation_deadlocks, "HLK-06", "who holds the lock and allocates waits for ever") \
	M(call_flag_waits_in_allocation, "HLK-07", "HeapAlloc takes the lock in spite of HEAP_NO_SERIALIZE in the call") \
	M(call_flag_waits_in_release, "HLK-07", "HeapFree takes the lock in spite of HEAP_NO_SERIALIZE in the call") \
	M(one_lock_for_all_heaps, "HLK-08", "all heaps have one lock together") \
	M(locked_heap_stops_other_allocations, "HLK-08", "while a heap is locked other threads get no blocks from any other") \
	M(second_waiter_is_lost, "HLK-14", "of several threads that wait for a lock only the first goes on") \
	M(fourth_waiter_is_lost, "HLK-14", "the fourth thread that waits for a lock never goes on") \
	M(reallocation_passes_lock, "HLK-15", "HeapReAlloc does not wait for another thread's HeapLock") \
	M(reallocation_waits_50_ms, "HLK-15", "HeapReAlloc waits 50 ms for another thread's HeapLock, then goes on without") \
	/* ---- HeapValidate ---- */ \
	M(whole_heap_never_valid, "HVL-01", "without an address it returns FALSE") \
	M(heap_with_gaps_invalid, "HVL-01", "a heap with a free block between others is not valid") \
	M(heap_invalid_after_500_operations, "HVL-01", "after 500 allocations and releases no heap is valid") \
	M(zero_size_block_invalid, "HVL-02", "a block of no bytes is not valid") \
	M(large_block_invalid, "HVL-02", "a block of 512 KB or more is not valid") \
	M(validation_clears_last_error, "HVL-03", "returning TRUE it sets the last error to 0") \
	M(failed_validation_sets_error, "HVL-03", "returning FALSE it sets the last error to 87") \
	M(freed_block_validates, "HVL-04", "a block that was freed is valid where its place was not joined with another") \
	M(any_address_in_heap_validates, "HVL-04", "every address inside the heap is valid") \
	M(foreign_memory_validates, "HVL-05", "memory outside the heap is valid") \
	M(foreign_memory_sets_error, "HVL-05", "memory outside the heap sets the last error to 998") \
	M(validation_knows_four_blocks, "HVL-08", "blocks behind the fourth are not valid") \
	M(walked_blocks_invalid, "HVL-08", "once a heap was walked no block is valid") \
	M(flag_refused_for_whole_heap, "HVL-09", "with HEAP_NO_SERIALIZE no heap is valid") \
	M(flag_refused_for_block, "HVL-09", "with HEAP_NO_SERIALIZE no block is valid") \
	M(block_beside_free_one_invalid, "HVL-13", "a block beside a free one is not valid") \
	M(block_invalid_in_heap_with_gaps, "HVL-13", "no block is valid while a free one lies between blocks in use") \
	/* ---- HeapWalk ---- */ \
	M(start_wants_clear_entry, "HWK-03", "a walk begins only with an entry that has no flags") \
	M(start_reads_flags, "HWK-03", "a walk that begins with flags left in the entry is at its end") \
	M(two_of_three_not_told, "HWK-04", "of three entries two are left out") \
	M(walk_never_ends, "HWK-04", "behind the last entry the first one comes again") \
	M(walk_ends_like_snapshots, "HWK-05", "at the end the error is 18, that of snapshots") \
	M(walk_end_sets_no_error, "HWK-05", "at the end no error is set") \
	M(heap_without_blocks_shows_nothing, "HWK-06", "a heap without blocks has no entries") \
	M(heap_without_blocks_is_refused, "HWK-06", "a heap without blocks cannot be walked: error 87") \
	M(first_region_not_told, "HWK-07", "regions have no entries") \
	M(region_data_behind_handle, "HWK-07", "the first region begins behind the handle") \
	M(region_blocks_exchanged, "HWK-08", "a region's last block stands in the place of its first") \
	M(region_has_no_last_block, "HWK-08", "a region has no last block") \
	M(small_blocks_not_told, "HWK-09", "blocks of less than 512 bytes have no entries") \
	M(last_block_not_told, "HWK-09", "the last block in use has no entry") \
	M(last_block_told_twice, "HWK-09", "the last block in use has two entries") \
	M(busy_data_at_header, "HWK-09", "the address of a block in use is 16 bytes below") \
	M(busy_entries_not_flagged, "HWK-09", "blocks in use are not flagged as such") \
	M(free_blocks_busy, "HWK-09", "free blocks are flagged as in use") \
	M(busy_sizes_rounded_up, "HWK-10", "sizes of blocks in use are rounded up to the next multiple of 16") \
	M(busy_sizes_include_overhead, "HWK-10", "sizes of blocks in use include the overhead") \
	M(uncommitted_range_at_region, "HWK-12", "the address of an uncommitted range is that of its region") \
	M(uncommitted_range_a_page_early, "HWK-12", "an uncommitted range begins with the last committed page") \
	M(free_blocks_moveable, "HWK-13", "free blocks are flagged as movable") \
	M(region_has_ddeshare, "HWK-13", "regions are flagged as shared") \
	M(free_blocks_not_told, "HWK-14", "free blocks have no entries") \
	M(free_blocks_told_as_regions, "HWK-14", "free blocks are flagged as regions") \
	M(large_blocks_not_told, "HWK-15", "large blocks have no entries") \
	M(large_block_not_busy, "HWK-15", "large blocks are not flagged as in use") \
	M(large_block_at_region, "HWK-15", "the address of a large block is that of its mapping") \
	M(large_block_told_twice, "HWK-15", "the last large block has two entries") \
	M(walk_with_waiter_ends_early, "HWK-19", "while a thread waits for the lock a walk ends in the middle") \
	M(walk_with_waiter_refused, "HWK-19", "while a thread waits for the lock nobody can walk") \
	M(owner_walk_deadlocks, "HWK-20", "who holds the lock and walks waits for ever") \
	M(owner_walk_refused, "HWK-20", "who holds the lock cannot walk: error 170") \
	M(walk_clears_first_bytes, "HWK-21", "a walk clears the first byte of each block in use") \
	M(walked_heap_invalid, "HWK-21", "once a heap was walked HeapValidate returns FALSE for it") \
	M(process_heap_walk_refused, "HWK-23", "the process heap cannot be walked") \
	M(process_heap_shows_nothing, "HWK-23", "the process heap has no entries") \
	M(walks_share_position, "HWK-24", "two walks at a time have one position together") \
	M(new_walk_ends_others, "HWK-24", "a walk ends when another one begins") \
	M(abandoned_walk_goes_on, "HWK-25", "a new walk goes on where the abandoned one stood") \
	M(abandoned_walk_stops_next, "HWK-25", "after an abandoned walk no other can begin") \
	M(entry_cleared_behind, "HWK-27", "the 16 bytes behind the structure are cleared") \
	M(entry_members_behind_wide_size, "HWK-27", "the size has 8 bytes and shifts what follows (64 bits only)") \
	M(entry_flags_in_front, "HWK-27", "the flags stand in the place of the region index") \
	M(large_block_is_region, "HWK-29", "a large block is flagged as a region as well") \
	M(large_block_told_as_region, "HWK-29", "a large block is flagged as a region only") \
	M(entry_ends_once, "HWK-30", "a structure whose walk has ended begins no other") \
	M(abandoned_entry_goes_on, "HWK-30", "a structure whose walk was abandoned goes on with it") \
	M(newest_large_block_not_told, "HWK-31", "the newest large block has no entry") \
	M(freed_large_block_still_told, "HWK-31", "the large block that was freed last still has its entry") \
	M(first_block_is_region, "HWK-33", "a region's first block is the region itself") \
	M(last_block_at_committed_end, "HWK-33", "a region's last block ends where its committed part does") \
	M(last_block_behind_region, "HWK-33", "a region's last block ends a page behind the region") \
	M(heap_of_one_block_shows_nothing, "HWK-34", "a heap with one block has no entries") \
	M(first_entry_has_no_address, "HWK-34", "the first entry has no address") \
	M(free_blocks_told_in_turn, "HWK-36", "every second walk tells of no free blocks") \
	M(free_sizes_grow_with_each_walk, "HWK-36", "free blocks are 8 bytes larger in each walk") \
	/* ---- HeapCompact, HeapSummary ---- */ \
	M(compact_returns_zero, "HCP-01", "HeapCompact returns 0") \
	M(compact_returns_reserved_size, "HCP-01", "HeapCompact returns what the heap has reserved") \
	M(compact_returns_minus_one, "HCP-01", "HeapCompact returns the highest number") \
	M(compact_clears_blocks, "HCP-03", "HeapCompact clears the first bytes of blocks in use") \
	M(compact_slides_contents, "HCP-03", "HeapCompact moves what blocks hold by 8 bytes") \
	M(compact_releases_last_block, "HCP-03", "HeapCompact frees the last block in use") \
	M(compact_flag_refused, "HCP-05", "with HEAP_NO_SERIALIZE HeapCompact returns 0") \
	M(compact_flag_halves_result, "HCP-05", "with HEAP_NO_SERIALIZE HeapCompact returns half of it") \
	M(summary_knows_process_heap_only, "HSM-01", "HeapSummary refuses private heaps") \
	M(summary_wants_other_width, "HSM-01", "HeapSummary wants the structure of the other width") \
	M(summary_wants_flags, "HSM-01", "HeapSummary refuses flags of 0") \
	M(summary_takes_any_size, "HSM-02", "HeapSummary does not look at the size") \
	M(summary_of_no_size_is_bad_length, "HSM-02", "a wrong size is error 24") \
	M(summary_counts_overhead, "HSM-03", "what is allocated includes the blocks' overhead") \
	M(summary_counts_free_blocks, "HSM-03", "what is allocated includes free blocks") \
	M(summary_knows_first_region_only, "HSM-03", "what is committed is that of the first region") \
	M(summary_reserves_nothing, "HSM-03", "what is reserved is said to be 0") \
	M(summary_exchanges_members, "HSM-03", "committed and reserved stand in each other's place") \
	M(summary_members_in_32_bits, "HSM-03", "members are 4 bytes wide (64 bits only)") \
	NEIGHBOUR_MUTANTS(M) \
	BLOCK_MUTANTS(M) \
	/* ---- GetProcessHeap ---- */ \
	M(process_heap_is_null, "GPD-01", "GetProcessHeap returns NULL") \
	M(process_heap_made_at_each_call, "GPD-02", "GetProcessHeap makes a new heap each time") \
	M(process_heap_tagged_from_tenth_call, "GPD-02", "from the tenth call on GetProcessHeap sets the lowest bit") \
	M(size_rounded_up, "GPD-04", "HeapSize tells the size of the block, not that asked for") \
	M(process_heap_needs_a_private_one, "GPD-04", "the process heap serves blocks once a private heap was made") \
	M(process_heap_never_resizes, "GPD-04", "HeapReAlloc in the process heap always fails") \
	M(process_heap_never_frees, "GPD-04", "HeapFree in the process heap returns FALSE") \
	M(process_heap_is_fixed, "GPD-06", "the process heap does not grow beyond its first megabyte") \
	M(process_heap_refuses_large_blocks, "GPD-06", "the process heap has no blocks above 1 MB") \
	M(one_block_for_two_threads, "GPD-07", "the process heap hands a freed block to two threads at once") \
	M(process_heap_of_first_thread_only, "GPD-07", "the process heap serves only the thread that started") \
	M(created_heap_is_process_heap, "GPD-10", "HeapCreate returns the process heap") \
	M(fixed_heap_is_process_heap, "GPD-10", "HeapCreate with a maximum size returns the process heap")
/* clang-format on */

#endif
