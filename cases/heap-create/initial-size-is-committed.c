/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-09", "the initial size is committed when the heap is created")
{
	static struct walk walk;

	walk_heap(&walk, create_heap(0, 0x20000, 0x100000));
	ck_assert_uint_ge(committed_size(&walk), 0x20000);
}
