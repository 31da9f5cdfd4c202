/* SPDX-License-Identifier: MIT */
/*
 * Heap functions of ntdll under the names they have there. The headers of mingw-w64 declare none of
 * them and not every Windows exports each, so all are looked up: a missing one ends the case as
 * unimplemented.
 */
#ifndef HEAPKIT_NTDLL_H
#define HEAPKIT_NTDLL_H

typedef ULONG NTAPI rtl_get_process_heaps(ULONG room, HANDLE *heaps);
typedef LONG NTAPI rtl_walk_heap(HANDLE heap, void *entry);

/*
 * An entry of RtlWalkHeap, which is not a PROCESS_HEAP_ENTRY: on 64 bits the size is as wide as a
 * pointer. `region` holds in the entry of a region; other entries may have other things there.
 */
struct rtl_heap_entry {
	void *data;
	SIZE_T size;
	BYTE overhead;
	BYTE region_index;
	WORD flags;
	struct {
		DWORD committed_size;
		DWORD uncommitted_size;
		void *first_block;
		void *last_block;
	} region;
};

/* One full call of RtlGetProcessHeaps into `list`, poisoned before; required to fit. */
void rtl_full_list(struct heap_list *list);

/* A growable heap of the case's own, made by RtlCreateHeap; required. */
HANDLE rtl_create_heap(void);

#endif
