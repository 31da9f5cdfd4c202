/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { EXECUTABLE = 0xF0 /* each PAGE_EXECUTE_… is one of these bits */ };

static const SIZE_T sizes[] = {100, 2 << 20};

CASE("HCR-14", "blocks of a heap made with HEAP_CREATE_ENABLE_EXECUTE lie in executable memory")
{
	const HANDLE heap = HeapCreate(HEAP_CREATE_ENABLE_EXECUTE, 0, 0);
	MEMORY_BASIC_INFORMATION region;

	/* A policy against dynamic code may forbid it. */
	if (!heap)
		skip("executable heaps are refused here");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		require(VirtualQuery(make_block(heap, sizes[i]), &region, sizeof region));
		ck_assert_uint_ne(region.Protect & EXECUTABLE, 0);
	}
}
