/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Neither the class nor its structure is in every SDK. */
enum { OPTIMIZE_RESOURCES = 3 };

static struct {
	DWORD version, flags;
} parameters = {.version = 1};

static BOOL optimize(HANDLE heap)
{
	return HeapSetInformation(heap, (HEAP_INFORMATION_CLASS)OPTIMIZE_RESOURCES, &parameters,
				  sizeof parameters);
}

CASE("HQS-13", "whether class 3 is accepted, for one heap and for all, is recorded")
{
	observe("for one heap", optimize(create_heap(0, 0, 0)) ? "accepted" : "refused");
	observe("for all heaps", optimize(NULL) ? "accepted" : "refused");
}
