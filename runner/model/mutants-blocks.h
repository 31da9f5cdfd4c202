/* SPDX-License-Identifier: MIT */
/* The part of the table of mutants that is about making heaps and about their blocks. */
#ifndef HEAPKIT_MODEL_MUTANTS_BLOCKS_H
#define HEAPKIT_MODEL_MUTANTS_BLOCKS_H

/* clang-format off */
#define BLOCK_MUTANTS(M) \
	/* ---- HeapCreate ---- */ \
	M(growable_heaps_not_made, "HCR-01", "HeapCreate without any size returns NULL") \
	M(new_heaps_serve_nothing, "HCR-01", "a heap made without any size has no blocks to give") \
	M(every_second_creation_repeats, "HCR-02", "every second HeapCreate returns the newest heap again") \
	M(third_heap_is_first, "HCR-02", "the third and all further HeapCreate return the first private heap") \
	M(growth_ends_at_eight_megabytes, "HCR-03", "a growable heap ends at 8 MB") \
	M(initial_size_is_the_limit, "HCR-03", "a heap with an initial size and no maximum does not grow") \
	M(large_blocks_refused, "HCR-04", "no heap has blocks of more than about 1 MB (512 KB on 32 bits)") \
	M(large_blocks_end_early, "HCR-04", "the last page of a large block cannot be used") \
	M(maximum_not_enforced, "HCR-05", "a heap with a maximum grows like any other") \
	M(maximum_doubled, "HCR-05", "a heap with a maximum holds twice as much") \
	M(maximum_without_structures, "HCR-06", "the heap's own structures do not count: all of the maximum can be had") \
	M(whole_maximum_from_outside, "HCR-06", "a request for the whole maximum is served from elsewhere") \
	M(fixed_heaps_without_block_limit, "HCR-07", "in a fixed heap a block may be as large as the heap") \
	M(fixed_heaps_have_large_blocks, "HCR-07", "blocks above the limit of a fixed heap come from elsewhere") \
	M(fixed_heaps_end_at_64k_blocks, "HCR-07", "a fixed heap has no blocks above 64 KB") \
	M(odd_maximum_refused, "HCR-08", "a maximum that is no multiple of a page is an error") \
	M(maximum_rounded_to_64k, "HCR-08", "a maximum is rounded up to 64 KB") \
	M(initial_size_only_reserved, "HCR-09", "the initial size is reserved, not committed") \
	M(half_of_initial_size_committed, "HCR-09", "half of the initial size is committed") \
	M(initial_size_rounded_down, "HCR-10", "the initial size is rounded down to pages") \
	M(odd_initial_size_is_one_page, "HCR-10", "an initial size that is no multiple of a page counts as one page") \
	M(equal_sizes_refused, "HCR-11", "an initial size equal to the maximum is an error, as the page has it") \
	M(equal_sizes_leave_no_room, "HCR-11", "a heap whose initial size is its maximum serves nothing") \
	M(unserialized_heaps_forget, "HCR-12", "in a heap made with HEAP_NO_SERIALIZE HeapReAlloc keeps no contents") \
	M(unserialized_heaps_never_free, "HCR-12", "in a heap made with HEAP_NO_SERIALIZE HeapFree returns FALSE") \
	M(allocation_ignores_creation_flag, "HCR-13", "HEAP_GENERATE_EXCEPTIONS of the heap is nothing to HeapAlloc") \
	M(resizing_ignores_creation_flag, "HCR-13", "HEAP_GENERATE_EXCEPTIONS of the heap is nothing to HeapReAlloc") \
	M(creation_flag_raises_error_code, "HCR-13", "what a heap of exceptions raises is error 8, not a status") \
	M(huge_sizes_never_raise, "HCR-13", "for sizes of half the address space and more NULL is returned, never an exception") \
	M(executable_flag_ignored, "HCR-14", "HEAP_CREATE_ENABLE_EXECUTE changes nothing") \
	M(all_heaps_executable, "HCR-14", "every heap is executable memory") \
	M(large_blocks_not_executable, "HCR-14", "large blocks of an executable heap are plain memory") \
	M(executable_in_name_only, "HCR-15", "pages of an executable heap say that they are, and do not run") \
	M(small_blocks_do_not_run, "HCR-15", "code in a small block of an executable heap does not run") \
	M(plain_heaps_run_code, "HCR-16", "pages of a plain heap run code, and do not say so (64 bits only)") \
	M(execution_is_illegal_instruction, "HCR-16", "code in a plain heap is an illegal instruction") \
	M(impossible_maximum_is_cut, "HCR-17", "an impossible maximum is cut to what can be had") \
	M(impossible_initial_size_is_cut, "HCR-17", "an impossible initial size is cut to what can be had") \
	M(impossible_heap_has_no_error, "HCR-17", "a failed HeapCreate sets no last error") \
	M(heaps_serve_their_thread_only, "HCR-20", "a private heap serves only the thread that made it") \
	M(heaps_take_back_from_their_thread_only, "HCR-20", "in a private heap others than its maker free nothing") \
	M(private_block_for_two_threads, "HCR-21", "a private heap hands a freed block to two threads at once") \
	M(busy_private_heap_refuses, "HCR-21", "a private heap that another thread is in returns NULL") \
	M(handles_page_aligned, "HCR-22", "handles are page addresses, not multiples of 64 KB") \
	M(fixed_handles_page_aligned, "HCR-22", "handles of fixed heaps are no multiples of 64 KB") \
	M(fixed_heaps_commit_no_more, "HCR-27", "a fixed heap gives out its initial size, and no more") \
	M(fixed_heaps_forget_while_growing, "HCR-27", "when a fixed heap commits more the block before loses its contents") \
	M(fixed_heaps_reserve_pages, "HCR-28", "a fixed heap reserves its maximum rounded up to 4 KB (64 bits only)") \
	M(fixed_heaps_reserve_one_page_more, "HCR-28", "a fixed heap reserves a page more than its maximum") \
	M(fixed_heaps_below_a_page_refused, "HCR-29", "a maximum below one page is an error") \
	M(fixed_heaps_below_64k_refused, "HCR-29", "a maximum below 64 KB is an error") \
	M(combined_creation_flags_refused, "HCR-30", "more than one creation flag is an error") \
	M(combined_creation_flags_serve_nothing, "HCR-30", "a heap made with more than one flag serves nothing") \
	M(large_blocks_executable_in_name_only, "HCR-31", "large blocks of an executable heap do not run code") \
	M(large_blocks_end_not_executable, "HCR-31", "the last page of a large block does not run code") \
	/* ---- HeapDestroy ---- */ \
	M(destruction_returns_false, "HDS-01", "HeapDestroy does its work and returns FALSE") \
	M(unused_heaps_not_destroyed, "HDS-01", "a heap without blocks is not destroyed: FALSE") \
	M(destruction_keeps_memory, "HDS-02", "HeapDestroy returns TRUE and keeps all memory") \
	M(destruction_keeps_large_blocks, "HDS-02", "HeapDestroy leaves the memory of large blocks") \
	M(destruction_only_decommits, "HDS-02", "HeapDestroy decommits the memory and keeps it reserved") \
	M(heaps_in_use_not_destroyed, "HDS-03", "a heap with a block in use is not destroyed: FALSE") \
	M(heaps_much_in_use_not_destroyed, "HDS-03", "a heap with more than a hundred blocks is not destroyed: FALSE") \
	M(destruction_clears_other_heaps, "HDS-08", "HeapDestroy clears the blocks of the other private heaps") \
	M(destruction_ends_other_heaps, "HDS-08", "after HeapDestroy the private heaps left serve nothing more") \
	M(destruction_forgets_large_sizes, "HDS-08", "after HeapDestroy HeapSize knows no large block of another heap") \
	M(fixed_heaps_not_destroyed, "HDS-11", "a heap of fixed size is not destroyed: FALSE") \
	M(unserialized_heaps_not_destroyed, "HDS-11", "a heap made with HEAP_NO_SERIALIZE is not destroyed: FALSE") \
	M(destruction_tires, "HDS-12", "after a hundred heaps HeapDestroy gives no memory back") \
	M(destroyed_large_blocks_pile_up, "HDS-12", "after a hundred heaps HeapDestroy leaves large blocks") \
	M(failed_creation_adds_heap, "HDS-13", "a HeapCreate that fails leaves a heap in the list") \
	M(failed_creation_lists_process_heap, "HDS-13", "a HeapCreate that fails lists the process heap once more") \
	/* ---- HeapAlloc ---- */ \
	M(new_block_clears_byte_before, "HAL-01", "a new block clears the last byte of the block before it") \
	M(tenth_allocation_changes_newest, "HAL-01", "every tenth HeapAlloc changes a byte of the block allocated before") \
	M(blocks_aligned_to_pointers, "HAL-02", "blocks are aligned to pointers, not to two of them") \
	M(process_blocks_aligned_to_pointers, "HAL-02", "blocks of the process heap are aligned to pointers") \
	M(only_fresh_memory_is_zero, "HAL-03", "HEAP_ZERO_MEMORY relies on fresh pages: a reused block is dirty") \
	M(zeroes_end_after_a_page, "HAL-03", "HEAP_ZERO_MEMORY clears 4 KB at most") \
	M(zeroes_in_whole_words, "HAL-03", "HEAP_ZERO_MEMORY leaves the last bytes of an odd size") \
	M(size_zero_gives_null, "HAL-05", "HeapAlloc of nothing returns NULL") \
	M(size_zero_is_one, "HAL-05", "HeapAlloc of nothing gives a block of one byte") \
	M(size_zero_not_freed, "HAL-05", "blocks of no bytes cannot be freed") \
	M(hundredth_block_given_twice, "HAL-06", "every hundredth HeapAlloc returns a block that is in use") \
	M(small_blocks_share_memory, "HAL-06", "blocks of up to 64 bytes share one piece of memory") \
	M(impossible_size_wraps, "HAL-07", "a size near the end of the numbers gives a small block") \
	M(impossible_size_is_cut, "HAL-07", "a request for half the address space and more gives 1 MB") \
	M(allocation_ignores_exceptions, "HAL-09", "HeapAlloc returns NULL where it was asked for an exception") \
	M(allocation_raises_error_code, "HAL-09", "the exception of HeapAlloc is error 8, not a status") \
	M(allocation_refuses_exceptions, "HAL-10", "HeapAlloc with HEAP_GENERATE_EXCEPTIONS fails with error 87") \
	M(allocation_always_raises, "HAL-10", "HeapAlloc with HEAP_GENERATE_EXCEPTIONS raises one whatever the size") \
	M(allocation_refuses_no_serialize, "HAL-11", "HeapAlloc with HEAP_NO_SERIALIZE fails with error 87") \
	M(unserialized_allocation_rounds_up, "HAL-11", "HeapAlloc with HEAP_NO_SERIALIZE makes the size a multiple of 16") \
	M(sixteenth_release_moves_oldest, "HAL-14", "every sixteenth HeapFree takes the contents of the oldest block away") \
	M(sixteenth_allocation_moves_oldest, "HAL-14", "every sixteenth HeapAlloc takes the contents of the oldest block away") \
	M(freed_memory_lost, "HAL-15", "HeapFree returns TRUE and gives nothing back") \
	M(hundredth_free_loses_memory, "HAL-15", "every hundredth HeapFree gives nothing back") \
	M(sizes_at_limit_refused, "HAL-17", "sizes just above the limit of fixed heaps are refused everywhere") \
	M(sizes_around_16k_rounded_up, "HAL-17", "sizes next to 16 KB are rounded up to multiples of 16") \
	M(freed_block_for_two_threads, "HAL-19", "every heap hands a freed block to two threads at once") \
	M(busy_heap_refuses, "HAL-19", "every heap that another thread is in returns NULL") \
	M(blocks_from_newest_heap, "HAL-21", "a private heap gives out blocks of the newest private heap") \
	M(destruction_ends_frees_of_others, "HAL-21", "after HeapDestroy other private heaps free nothing any more") \
	M(combined_flags_leave_dirt, "HAL-23", "HEAP_ZERO_MEMORY does nothing together with other flags") \
	M(combined_flags_refused, "HAL-23", "HeapAlloc with more than one flag fails with error 87") \
	/* ---- HeapReAlloc ---- */ \
	M(growth_loses_last_byte, "HRA-01", "a grown block has lost the last byte of its contents") \
	M(growth_keeps_half_a_page, "HRA-01", "a grown block has kept its first 2 KB") \
	M(shrinking_loses_last_byte, "HRA-02", "a shrunk block has lost the last byte that remains") \
	M(shrinking_large_loses_contents, "HRA-02", "a large block that becomes small loses its contents") \
	M(growth_flag_ignored, "HRA-03", "HeapReAlloc does not know HEAP_ZERO_MEMORY") \
	M(growth_zeroes_everything, "HRA-03", "HEAP_ZERO_MEMORY clears the whole block when it grows") \
	M(growth_zeroes_behind_rounded_size, "HRA-03", "what lay inside the rounded block is not cleared") \
	M(in_place_flag_ignored, "HRA-05", "HEAP_REALLOC_IN_PLACE_ONLY does not keep a block from moving") \
	M(in_place_shrinking_moves, "HRA-05", "shrinking with HEAP_REALLOC_IN_PLACE_ONLY moves the block") \
	M(refused_in_place_changes_size, "HRA-06", "a refused growth in place changes HeapSize") \
	M(refused_in_place_clears, "HRA-06", "a refused growth in place clears the block") \
	M(refused_in_place_frees, "HRA-06", "a refused growth in place frees the block") \
	M(refused_growth_frees, "HRA-07", "a refused HeapReAlloc frees the block") \
	M(refused_growth_clears_first_byte, "HRA-07", "a refused HeapReAlloc clears the first byte") \
	M(resizing_to_zero_frees, "HRA-08", "HeapReAlloc to nothing frees the block and returns NULL") \
	M(resizing_to_zero_keeps_size, "HRA-08", "HeapReAlloc to nothing does nothing") \
	M(resizing_to_zero_is_one, "HRA-08", "HeapReAlloc to nothing makes a block of one byte") \
	M(resizing_null_damages_heap, "HRA-09", "HeapReAlloc of NULL leaves the heap invalid") \
	M(resizing_null_allocates, "HRA-09", "HeapReAlloc of NULL allocates") \
	M(resizing_null_returns_heap, "HRA-09", "HeapReAlloc of NULL returns something that is no block") \
	M(same_size_clears, "HRA-11", "HeapReAlloc to the same size clears the block") \
	M(same_size_grows_by_one, "HRA-11", "HeapReAlloc to the same size makes it a byte larger") \
	M(resized_blocks_misaligned, "HRA-12", "grown blocks are aligned to pointers") \
	M(enlarged_blocks_misaligned, "HRA-12", "blocks that become large are aligned to pointers") \
	M(growth_ignores_exceptions, "HRA-14", "HeapReAlloc returns NULL where it was asked for an exception") \
	M(raising_growth_clears, "HRA-14", "before HeapReAlloc raises an exception it clears the block") \
	M(shrunk_blocks_never_grow, "HRA-16", "a block that was shrunk in place does not grow in place again") \
	M(in_place_shrinking_refused, "HRA-16", "blocks of more than 64 KB cannot be shrunk in place") \
	M(becoming_large_keeps_half, "HRA-17", "half of the contents are lost when a block becomes a large one") \
	M(leaving_large_keeps_half, "HRA-17", "half of what remains is lost when a large block becomes a small one") \
	M(growth_passes_limit, "HRA-19", "HeapReAlloc knows no limit of blocks in fixed heaps") \
	M(growth_is_cut_to_limit, "HRA-19", "in a fixed heap HeapReAlloc stops at the limit of blocks") \
	M(growth_in_place_leaves_dirt, "HRA-20", "HEAP_ZERO_MEMORY clears nothing when a block grows where it is") \
	M(regrowth_zeroes_behind_former_size, "HRA-20", "bytes that a block once had come back as they were") \
	M(resizing_refuses_no_serialize, "HRA-21", "HeapReAlloc with HEAP_NO_SERIALIZE fails with error 87") \
	M(unserialized_resizing_forgets, "HRA-21", "HeapReAlloc with HEAP_NO_SERIALIZE keeps no contents") \
	M(in_place_growth_never_raises, "HRA-22", "HEAP_REALLOC_IN_PLACE_ONLY turns HEAP_GENERATE_EXCEPTIONS off") \
	M(raising_in_place_growth_clears, "HRA-22", "before growth in place raises an exception it clears the block") \
	/* ---- HeapFree ---- */ \
	M(large_free_is_false, "HFR-01", "HeapFree of a large block returns FALSE") \
	M(free_of_nothing_is_false, "HFR-01", "HeapFree of a block of no bytes returns FALSE") \
	M(thousandth_free_is_false, "HFR-01", "every thousandth HeapFree returns FALSE") \
	M(free_of_null_is_false, "HFR-02", "HeapFree of NULL returns FALSE") \
	M(free_of_null_is_false_for_process_heap, "HFR-02", "HeapFree of NULL in the process heap returns FALSE") \
	M(free_of_null_clears_oldest, "HFR-02", "HeapFree of NULL takes the contents of the oldest block away") \
	M(free_needs_a_heap, "HFR-03", "HeapFree without a heap and a block returns FALSE") \
	M(free_looks_at_heap_first, "HFR-03", "HeapFree reads the heap before it looks for a block") \
	M(resized_blocks_not_freed, "HFR-09", "a block from HeapReAlloc is not freed: FALSE") \
	M(grown_blocks_freed_reluctantly, "HFR-09", "the first HeapFree of a block from HeapReAlloc returns FALSE") \
	M(process_blocks_freed_by_their_thread, "HFR-10", "the process heap takes a block back from its thread only") \
	M(private_blocks_freed_by_their_thread, "HFR-10", "private heaps take a block back from its thread only") \
	M(free_refuses_no_serialize, "HFR-13", "HeapFree with HEAP_NO_SERIALIZE fails with error 87") \
	M(unserialized_free_does_damage, "HFR-13", "after HeapFree with HEAP_NO_SERIALIZE HeapValidate says FALSE") \
	/* ---- HeapSize ---- */ \
	M(small_sizes_rounded_up, "HSZ-01", "HeapSize tells multiples of 8") \
	M(large_sizes_rounded_up, "HSZ-01", "HeapSize tells whole pages of a large block") \
	M(size_of_nothing_is_block, "HSZ-01", "HeapSize tells 16 for a block of no bytes") \
	M(size_is_that_of_first_request, "HSZ-02", "HeapSize tells what HeapAlloc was asked for, whatever HeapReAlloc did") \
	M(shrinking_keeps_size, "HSZ-02", "HeapSize does not know of shrinking") \
	M(size_clears_last_error, "HSZ-07", "HeapSize sets the last error to 0") \
	M(large_size_sets_last_error, "HSZ-07", "HeapSize of a large block sets error 87") \
	M(unserialized_size_rounded_up, "HSZ-09", "HeapSize with HEAP_NO_SERIALIZE tells a multiple of 16") \
	M(size_refuses_no_serialize, "HSZ-09", "HeapSize with HEAP_NO_SERIALIZE returns -1")
/* clang-format on */

#endif
