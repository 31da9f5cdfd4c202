/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef void *NTAPI rtl_reallocate_heap(HANDLE, ULONG flags, void *block, SIZE_T size);

/* On both sides of where 32-bit Windows begins to give a block pages of its own. */
static const SIZE_T sizes[] = {0x78000, 0x7EF00, 0x80100, 0x8FF00, 0x78000};

CASE("NTD-05",
     "RtlReAllocateHeap keeps contents, zeroes what it adds and gives the size, around 512 KB")
{
	rtl_reallocate_heap *const RtlReAllocateHeap =
	    FIND(rtl_reallocate_heap *, "ntdll.dll", "RtlReAllocateHeap");
	const HANDLE heap = create_heap(0, 0, 0);
	SIZE_T old_size = 0x100;
	unsigned char *block = make_block(heap, old_size);

	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		const SIZE_T size = sizes[i];
		const SIZE_T kept = old_size < size ? old_size : size;

		where("size", size);
		fill_pattern(block, old_size, i);
		block = RtlReAllocateHeap(heap, HEAP_ZERO_MEMORY, block, size);
		ck_assert_ptr_nonnull(block);
		ck_assert_uint_eq(HeapSize(heap, 0, block), size);
		ck_assert_pattern(block, kept, i);
		ck_assert_bytes(block + kept, size - kept, 0);
		old_size = size;
	}
}
