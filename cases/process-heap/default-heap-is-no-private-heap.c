/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPD-10", "no heap that HeapCreate returns is the default heap")
{
	ck_assert_ptr_ne(create_heap(0, 0, 0), GetProcessHeap());
	ck_assert_ptr_ne(create_heap(0, 0, 0x40000), GetProcessHeap());
	ck_assert_ptr_ne(create_heap(HEAP_NO_SERIALIZE, 0, 0), GetProcessHeap());
}
