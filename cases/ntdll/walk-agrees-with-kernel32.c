/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void check_entry(const struct rtl_heap_entry *got, const PROCESS_HEAP_ENTRY *want)
{
	ck_assert_ptr_eq(got->data, want->lpData);
	ck_assert_uint_eq(got->size, want->cbData);
	ck_assert_uint_eq(got->overhead, want->cbOverhead);
	ck_assert_uint_eq(got->region_index, want->iRegionIndex);
	if (!(want->wFlags & PROCESS_HEAP_REGION))
		return;
	ck_assert_uint_eq(got->region.committed_size, want->Region.dwCommittedSize);
	ck_assert_uint_eq(got->region.uncommitted_size, want->Region.dwUnCommittedSize);
	ck_assert_ptr_eq(got->region.first_block, want->Region.lpFirstBlock);
	ck_assert_ptr_eq(got->region.last_block, want->Region.lpLastBlock);
}

CASE("NTD-04", "RtlWalkHeap shows the same entries of an unused heap as HeapWalk")
{
	enum { LIMIT = 64 };
	rtl_walk_heap *const RtlWalkHeap = FIND(rtl_walk_heap *, "ntdll.dll", "RtlWalkHeap");
	static struct {
		struct rtl_heap_entry entry;
		unsigned char behind[64];
	} room;
	static struct walk walk;
	DWORD count = 0;

	judged_on_nt_heaps();
	judged_without_debugger();
	const HANDLE heap = create_heap(0, 0, 0);

	walk_heap(&walk, heap);
	require(walk.count <= LIMIT);
	fill_bytes(room.behind, sizeof room.behind, 0xA5);
	while (RtlWalkHeap(heap, &room.entry) == 0) {
		where("entry", count);
		ck_assert_uint_lt(count, walk.count);
		check_entry(&room.entry, &walk.entries[count]);
		count++;
	}
	ck_assert_uint_eq(count, walk.count);
	ck_assert_bytes(room.behind, sizeof room.behind, 0xA5);
}
