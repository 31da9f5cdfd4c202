/* SPDX-License-Identifier: MIT */
/* The part of the table of mutants that is about global memory, tool help and ntdll. */
#ifndef HEAPKIT_MODEL_MUTANTS_NEIGHBOURS_H
#define HEAPKIT_MODEL_MUTANTS_NEIGHBOURS_H

/* clang-format off */
#define NEIGHBOUR_MUTANTS(M) \
	/* ---- GlobalAlloc, LocalAlloc and their siblings ---- */ \
	M(fixed_blocks_in_hidden_heap, "GLB-01", "fixed global blocks lie in a heap that is not listed") \
	M(large_fixed_blocks_in_hidden_heap, "GLB-01", "fixed blocks from 32 KB on lie in a heap that is not listed") \
	M(movable_size_is_that_of_handle, "GLB-02", "of a movable block the size of its handle is told") \
	M(global_size_in_16_bits, "GLB-02", "GlobalSize keeps the low 16 bits of a size") \
	M(local_size_lacks_a_byte, "GLB-02", "LocalSize tells a byte less than was asked for") \
	M(local_blocks_not_zeroed, "GLB-06", "LMEM_ZEROINIT does nothing") \
	M(global_blocks_not_zeroed, "GLB-06", "GMEM_ZEROINIT does nothing") \
	M(movable_blocks_not_zeroed, "GLB-06", "movable blocks are not zeroed") \
	M(first_page_zeroed, "GLB-06", "of a block that is to be zeroed only the first 4 KB are") \
	M(local_blocks_make_heaps, "GLB-07", "every fourth LocalAlloc makes a heap") \
	M(movable_blocks_make_heaps, "GLB-07", "every fourth movable block makes a heap") \
	M(large_blocks_make_heaps, "GLB-07", "every block from 1 MB on makes a heap") \
	M(global_free_returns_handle, "GLB-08", "GlobalFree returns what it was given") \
	M(local_free_returns_handle, "GLB-08", "LocalFree returns what it was given") \
	M(free_of_movable_returns_handle, "GLB-08", "releasing a movable block returns its handle") \
	M(free_returns_true, "GLB-08", "GlobalFree and LocalFree return TRUE") \
	M(local_free_of_null_returns_true, "GLB-08", "LocalFree of NULL returns TRUE") \
	M(fixed_blocks_aligned_to_two, "GLB-09", "fixed blocks up to 64 bytes are aligned to 2 bytes") \
	M(large_fixed_blocks_aligned_to_two, "GLB-09", "fixed blocks above 32 KB are aligned to 2 bytes") \
	M(fixed_size_rounded_up, "GLB-10", "the size of a fixed block is rounded up to 16 bytes") \
	M(fixed_size_counts_overhead, "GLB-10", "the size of a fixed block above 32 KB counts 16 bytes more") \
	M(global_size_of_nothing_is_zero, "GLB-10", "GlobalSize of a fixed block of size 0 is 0") \
	M(local_size_of_nothing_is_one, "GLB-10", "LocalSize of a fixed block of size 0 is 1") \
	M(global_free_of_null_returns_true, "GLB-11", "GlobalFree of NULL returns TRUE") \
	M(global_free_of_null_reads_it, "GLB-11", "GlobalFree reads what NULL points at") \
	/* ---- Tool help: snapshots ---- */ \
	M(snapshot_of_own_pid_refused, "TLH-01", "a snapshot with the own process id is refused") \
	M(snapshot_of_pid_0_refused, "TLH-01", "a snapshot with process id 0 is refused") \
	M(snapshot_handle_cannot_be_closed, "TLH-01", "CloseHandle knows no snapshots") \
	M(list_first_ignores_size, "TLH-03", "Heap32ListFirst does not look at dwSize") \
	M(missing_size_is_success, "TLH-03", "without dwSize the heap list stores nothing and says TRUE") \
	M(list_first_refused, "TLH-04", "Heap32ListFirst returns FALSE, and no error") \
	M(list_ends_without_error, "TLH-04", "at the end of the heap list there is no error") \
	M(list_ends_with_no_more_items, "TLH-04", "at the end of the heap list the error is ERROR_NO_MORE_ITEMS") \
	M(list_never_ends, "TLH-04", "Heap32ListNext tells of the last heap again and again") \
	M(snapshot_flags_ignored, "TLH-05", "a snapshot holds the heaps whatever its flags") \
	M(snapshot_without_heaps_sets_no_error, "TLH-05", "without heaps in the snapshot Heap32ListFirst sets no error") \
	M(snapshot_without_heaps_is_invalid, "TLH-05", "without heaps in the snapshot the error is ERROR_INVALID_HANDLE") \
	M(snapshot_is_live, "TLH-17", "Heap32ListFirst takes the heaps that there are by then") \
	M(snapshot_grows_at_its_end, "TLH-17", "at its end a pass goes on with the heaps made since") \
	M(snapshot_holds_process_heap_alone, "TLH-18", "private heaps are not in a snapshot") \
	M(snapshot_holds_three_heaps, "TLH-18", "a snapshot holds three heaps at most") \
	M(snapshots_repeat_the_first, "TLH-18", "later snapshots hold no more heaps than the first did") \
	M(list_entries_have_no_pid, "TLH-19", "the entries of the heap list have process id 0") \
	M(list_entries_have_thread_id, "TLH-19", "the entries of the heap list have a number of the thread as process id") \
	M(first_heap_alone_has_pid, "TLH-19", "Heap32ListNext does not store the process id") \
	M(list_first_leaves_no_size, "TLH-20", "Heap32ListFirst sets dwSize to 0") \
	M(list_first_tells_larger_size, "TLH-20", "Heap32ListFirst raises dwSize") \
	M(list_first_writes_behind, "TLH-20", "Heap32ListFirst writes 4 bytes behind the structure") \
	M(list_first_goes_on, "TLH-21", "Heap32ListFirst goes on where the pass before stopped") \
	M(every_second_pass_backwards, "TLH-21", "every second pass over a snapshot runs backwards") \
	/* ---- Tool help: blocks and memory ---- */ \
	M(heap_id_cut_to_32_bits, "TLH-09", "Heap32First looks at the low half of a heap id (64 bits only)") \
	M(private_heaps_have_no_blocks, "TLH-09", "Heap32First finds no block in a private heap") \
	M(block_walk_ends_without_error, "TLH-09", "at the end of the blocks there is no error") \
	M(block_walk_ends_with_no_more_items, "TLH-09", "at the end of the blocks the error is ERROR_NO_MORE_ITEMS") \
	M(unknown_heap_id_is_invalid, "TLH-10", "heap id 0 is ERROR_INVALID_PARAMETER") \
	M(unknown_heap_id_sets_no_error, "TLH-10", "a heap id that no heap has sets no error") \
	M(heap_id_0_is_process_heap, "TLH-10", "heap id 0 stands for the process heap") \
	M(lock_count_left_unset, "TLH-12", "dwLockCount is not stored") \
	M(blocks_in_use_count_as_locked, "TLH-12", "dwLockCount of a block in use is 1") \
	M(later_blocks_have_flags_for_lock_count, "TLH-12", "Heap32Next stores the flags as lock count, too") \
	M(read_of_pid_0_refused, "TLH-14", "reading the memory of process id 0 is refused") \
	M(read_copies_nothing, "TLH-14", "reading memory tells of success and copies nothing") \
	M(read_count_not_stored, "TLH-14", "reading memory does not store the count") \
	M(read_count_lacks_one, "TLH-14", "reading memory tells one byte less than it read") \
	M(unreadable_part_reads_as_success, "TLH-15", "a range whose end cannot be read counts as read") \
	M(read_of_a_part_is_success, "TLH-15", "where the end cannot be read it reads the part before: TRUE") \
	M(block_first_ignores_size, "TLH-22", "Heap32First does not look at dwSize") \
	M(missing_size_of_block_is_success, "TLH-22", "without dwSize Heap32First stores nothing and says TRUE") \
	M(read_needs_a_count, "TLH-23", "reading memory without a count is refused") \
	M(read_stores_count_at_null, "TLH-23", "reading memory stores the count that nobody wants beside NULL") \
	M(block_first_leaves_no_size, "TLH-24", "Heap32First sets dwSize to 0") \
	M(block_first_tells_larger_size, "TLH-24", "Heap32First raises dwSize") \
	M(block_first_writes_behind, "TLH-24", "Heap32First writes 4 bytes behind the structure") \
	/* ---- ntdll ---- */ \
	M(ntdll_query_returns_zero, "NTD-01", "RtlGetProcessHeaps asked for the number alone returns 0") \
	M(ntdll_small_array_gets_nothing, "NTD-01", "RtlGetProcessHeaps stores nothing in a too small array") \
	M(ntdll_small_array_gets_one_more, "NTD-01", "RtlGetProcessHeaps writes one slot behind a too small array") \
	M(ntdll_small_array_returns_stored, "NTD-01", "RtlGetProcessHeaps returns how many handles it stored") \
	M(ntdll_small_array_begins_with_null, "NTD-01", "RtlGetProcessHeaps stores NULL in the first slot of a too small array") \
	M(ntdll_creation_counts_twice, "NTD-01", "a heap of RtlCreateHeap raises the total of RtlGetProcessHeaps by two") \
	M(ntdll_walk_skips_uncommitted, "NTD-04", "RtlWalkHeap leaves out what is not committed") \
	M(ntdll_walk_sizes_in_units, "NTD-04", "RtlWalkHeap tells sizes in units of the alignment") \
	M(ntdll_walk_data_at_header, "NTD-04", "RtlWalkHeap tells where the header of a block lies") \
	M(ntdll_walk_numbers_regions_from_one, "NTD-04", "RtlWalkHeap numbers regions from 1") \
	M(ntdll_walk_knows_no_overhead, "NTD-04", "RtlWalkHeap tells no overhead") \
	M(ntdll_walk_swaps_first_and_last, "NTD-04", "RtlWalkHeap swaps first and last block of a region") \
	M(ntdll_walk_counts_pages, "NTD-04", "RtlWalkHeap tells the committed size in pages") \
	M(ntdll_walk_has_kernel32_layout, "NTD-04", "RtlWalkHeap fills a PROCESS_HEAP_ENTRY (64 bits only)") \
	M(ntdll_walk_writes_behind, "NTD-04", "RtlWalkHeap writes 4 bytes behind its entry") \
	M(ntdll_reallocation_of_null_allocates, "NTD-05", "RtlReAllocateHeap of NULL allocates") \
	M(ntdll_shrinking_keeps_size, "NTD-05", "RtlReAllocateHeap to a smaller size changes nothing") \
	M(ntdll_reallocation_does_not_zero, "NTD-05", "RtlReAllocateHeap never zeroes what it adds") \
	M(ntdll_growth_spoils_the_end, "NTD-05", "RtlReAllocateHeap loses the end of a block below 512 KB that grows") \
	M(ntdll_shrinking_spoils_the_end, "NTD-05", "RtlReAllocateHeap loses the end of a block that shrinks") \
	M(ntdll_list_lacks_its_own_heaps, "NTD-06", "heaps of RtlCreateHeap are not in the list of RtlGetProcessHeaps") \
	M(ntdll_list_repeats_its_own_heaps, "NTD-06", "heaps of RtlCreateHeap are twice in the list of RtlGetProcessHeaps") \
	M(ntdll_destruction_returns_heap, "NTD-09", "RtlDestroyHeap returns the heap it destroyed") \
	M(ntdll_destruction_returns_true, "NTD-09", "RtlDestroyHeap returns TRUE for a success") \
	M(ntdll_destroyed_heap_still_listed, "NTD-09", "a heap that RtlDestroyHeap destroyed stays in the list") \
	M(ntdll_list_begins_with_newest, "NTD-11", "RtlGetProcessHeaps lists the newest heap first") \
	M(ntdll_list_ends_with_process_heap, "NTD-11", "RtlGetProcessHeaps lists the process heap last") \
/* clang-format on */

#endif
