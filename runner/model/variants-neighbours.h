/* SPDX-License-Identifier: MIT */
/* The part of the table of variants that is about global memory, tool help, ntdll and debugging. */
#ifndef HEAPKIT_MODEL_VARIANTS_NEIGHBOURS_H
#define HEAPKIT_MODEL_VARIANTS_NEIGHBOURS_H

/* clang-format off */
#define NEIGHBOUR_VARIANTS(V) \
	V(movable_blocks_rounded_up, "GLB-02", "movable blocks have the next multiple of 16 bytes: GlobalSize may exceed the request") \
	V(movable_handles_are_numbers, "GLB-05", "a handle of movable memory is a number and no address") \
	V(large_global_sizes_rounded_up, "GLB-02", "global blocks from 64 KB on have whole pages, and so their sizes") \
	V(strangers_between_snapshots, "TLH-18", "between the first two snapshots one heap of others comes, and three go") \
	V(snapshots_bring_heaps, "TLH-18", "each of the first four snapshots makes a heap of its own, which stays") \
	V(tool_help_knows_one_heap_more, "TLH-06", "a snapshot holds a heap more than GetProcessHeaps lists, and no blocks of it") \
	V(tool_help_lists_newest_first, "TLH-04", "snapshots tell of the newest heap first") \
	V(tool_help_order_of_each_snapshot, "TLH-04", "every second snapshot is in another order") \
	V(tool_help_ids_are_no_handles, "TLH-07", "the ids of heaps are no handles and no addresses") \
	V(tool_help_ids_of_each_snapshot, "TLH-18", "the ids of heaps differ from snapshot to snapshot") \
	V(no_heap_is_default, "TLH-08", "no entry of a snapshot has HF32_DEFAULT") \
	V(every_heap_is_default, "TLH-08", "every entry of a snapshot has HF32_DEFAULT") \
	V(tool_help_tells_smaller_size, "TLH-20", "tool help stores in dwSize how much it filled") \
	V(missing_size_is_bad_length, "TLH-03", "without dwSize the error is ERROR_BAD_LENGTH") \
	V(tool_help_walks_regions, "TLH-09", "the first block that Heap32First tells of is a region") \
	V(tool_help_walks_blocks_in_use, "TLH-09", "Heap32First and Heap32Next leave out free blocks") \
	V(blocks_have_no_flags, "TLH-12", "dwFlags of a block is 0") \
	V(block_addresses_are_of_headers, "TLH-13", "dwAddress is that of the header of a block") \
	V(block_entries_have_no_handle, "TLH-13", "hHandle of a block is NULL") \
	V(failed_read_leaves_count, "TLH-15", "a failed read does not store the count") \
	V(failed_read_copies_nothing, "TLH-15", "a failed read stores nothing, and counts nothing") \
	V(failed_read_is_no_access, "TLH-15", "a failed read is ERROR_NOACCESS") \
	V(ntdll_list_in_another_order, "NTD-02", "between its ends the list of RtlGetProcessHeaps runs backwards") \
	V(ntdll_flags_of_windows_7, "NTD-10", "RtlWalkHeap has further flags") \
	V(ntdll_walk_ends_as_unsuccessful, "NTD-04", "RtlWalkHeap ends with STATUS_UNSUCCESSFUL") \
	V(ntdll_enumeration_holds_lock, "NTD-03", "RtlEnumProcessHeaps calls back under the lock of the list") \
	V(ntdll_enumeration_goes_on, "NTD-03", "RtlEnumProcessHeaps minds no status of the callback") \
	V(environment_block_lists_no_heaps, "PEB-03", "the process environment block does not know of the list of heaps") \
	V(environment_block_lists_one_heap, "PEB-07", "the list in the process environment block holds the first heap alone") \
	V(debugger_present, "ENV-02", "a debugger is there: what is known of heaps that nobody checks does not hold") \
	V(debugger_present_with_flags, "ENV-02", "the same, and NtGlobalFlag says so, too") \
	V(global_flags_set, "ENV-02", "NtGlobalFlag asks for checks of heaps: the same without a debugger") \
	V(page_heap, "ENV-06", "heaps carry the signature of page heap, and little is as in an NT heap") \
	V(heaps_without_signature, "ENV-06", "heaps carry no signature, and are judged like NT heaps") \
/* clang-format on */

#endif
