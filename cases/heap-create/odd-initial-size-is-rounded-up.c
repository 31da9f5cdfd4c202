/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-10", "an initial size that is no multiple of a page is rounded up to whole pages")
{
	static struct walk walk;

	walk_heap(&walk, create_heap(0, 0x1001, 0x100000));
	ck_assert_uint_ge(committed_size(&walk), 0x2000);
}
