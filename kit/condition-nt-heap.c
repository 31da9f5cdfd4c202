/* SPDX-License-Identifier: MIT */
#include "conditions-list.h"
#include "heapkit.h"

/* Where and what: Wine's heap tests, DynamoRIO issue 1751; not documented. */
enum { SIGNATURE_SLOT = 2 };
#define SEGMENT_HEAP 0xDDEEDDEEu
#define PAGE_HEAP 0xEEEEEEEEu

static UINT signature_of(HANDLE heap)
{
	MEMORY_BASIC_INFORMATION place;

	/* An implementation's handles need not be addresses. */
	if (!heap || !VirtualQuery(heap, &place, sizeof place) || place.State != MEM_COMMIT ||
	    place.Protect & (PAGE_NOACCESS | PAGE_GUARD))
		return 0;
	return *(const UINT *)((void *const *)heap + SIGNATURE_SLOT);
}

void need_nt_heaps(void)
{
	const UINT signature = signature_of(HeapCreate(0, 0, 0));

	if (signature == SEGMENT_HEAP)
		skip("heaps are segment heaps here");
	if (signature == PAGE_HEAP)
		skip("page heap is on");
}

void judged_on_nt_heaps(void)
{
	heapkit_add_condition(need_nt_heaps);
}
