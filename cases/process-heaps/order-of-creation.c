/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-17", "heaps of the program stand in the list in the order of their creation")
{
	static struct heap_list list;
	const HANDLE *heaps = create_heaps(3);

	full_list(&list);
	for (DWORD i = 0; i < 3; i++)
		require(hits(&list, heaps[i]) == 1);

	const DWORD first = position(&list, heaps[0]);
	const DWORD second = position(&list, heaps[1]);
	const DWORD third = position(&list, heaps[2]);

	if (first > second || second > third)
		skip_from_build(26100);
	ck_assert_uint_lt(first, second);
	ck_assert_uint_lt(second, third);
}
