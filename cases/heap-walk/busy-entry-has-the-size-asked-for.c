/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const SIZE_T sizes[] = {123, 456, 0x5001, 2 << 20};

CASE("HWK-10", "cbData of a block's entry is the size that was asked for")
{
	static struct walk walk;
	const HANDLE heap = create_heap(0, 0, 0);
	void *blocks[ARRAYSIZE(sizes)];

	judged_on_nt_heaps();
	judged_without_debugger();
	for (size_t i = 0; i < ARRAYSIZE(sizes); i++)
		blocks[i] = make_block(heap, sizes[i]);
	walk_heap(&walk, heap);
	for (size_t i = 0; i < ARRAYSIZE(sizes); i++) {
		const PROCESS_HEAP_ENTRY *const entry = entry_at(&walk, blocks[i]);

		where("block of", sizes[i]);
		ck_assert_ptr_nonnull(entry);
		ck_assert_uint_eq(entry->cbData, sizes[i]);
	}
}
