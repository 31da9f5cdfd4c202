/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HCR-24", "whether the default heap stays the same when a heap is created is recorded")
{
	const HANDLE before = GetProcessHeap();

	create_heap(0, 0, 0);
	observe("default heap", GetProcessHeap() == before ? "the same" : "another");
}
