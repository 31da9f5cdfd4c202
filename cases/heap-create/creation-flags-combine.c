/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	const char *flags;
	DWORD options;
} rows[] = {
    {"no serialize, exceptions", HEAP_NO_SERIALIZE | HEAP_GENERATE_EXCEPTIONS},
    {"no serialize, exceptions, execute",
     HEAP_NO_SERIALIZE | HEAP_GENERATE_EXCEPTIONS | HEAP_CREATE_ENABLE_EXECUTE},
};

CASE("HCR-30", "flags of HeapCreate may be combined: the heap is made and serves a block")
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		where("flags", rows[i].flags);
		const HANDLE heap = HeapCreate(rows[i].options, 0x1000, 0x40000);
		void *block;

		/* A policy against dynamic code may forbid it. */
		if (!heap && rows[i].options & HEAP_CREATE_ENABLE_EXECUTE)
			skip("executable heaps are refused here");
		ck_assert_ptr_nonnull(heap);
		block = HeapAlloc(heap, 0, 100);
		ck_assert_ptr_nonnull(block);
		fill_pattern(block, 100, 1);
		ck_assert_pattern(block, 100, 1);
		ck_assert(HeapFree(heap, 0, block));
	}
}
