/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-23 GPH-36", "reports how many heaps a process starts with, and how many nobody here made")
{
	static struct heap_list list;

	full_list(&list);
	observe("heaps", list.count);
	observe("heaps of others", list.count - hits(&list, GetProcessHeap()));
}
