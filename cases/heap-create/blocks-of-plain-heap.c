/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { EXECUTABLE = 0xF0 /* each PAGE_EXECUTE_… is one of these bits */ };

static const SIZE_T sizes[] = {100, 2 << 20};

CASE("HCR-14", "blocks of a heap made without the flag for it do not lie in executable memory")
{
	const HANDLE heap = create_heap(0, 0, 0);
	MEMORY_BASIC_INFORMATION region;

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		where("size", sizes[i]);
		require(VirtualQuery(make_block(heap, sizes[i]), &region, sizeof region));
		ck_assert_uint_eq(region.Protect & EXECUTABLE, 0);
	}
}
