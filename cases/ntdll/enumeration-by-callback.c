/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef LONG NTAPI heap_callback(void *heap, void *context);
typedef LONG NTAPI rtl_enum_process_heaps(heap_callback *, void *context);

/* Any status that is no success would do; this is STATUS_UNSUCCESSFUL. */
#define REFUSAL ((LONG)0xC0000001)

/* The list may be locked while it runs, so the callback takes notes and does nothing else. */
static LONG NTAPI note(void *heap, void *context)
{
	struct heap_list *const notes = context;

	if (notes->count < HEAP_LIST_ROOM)
		notes->heaps[notes->count++] = heap;
	return 0;
}

static LONG NTAPI refuse(void *heap, void *context)
{
	note(heap, context);
	return REFUSAL;
}

CASE("NTD-03",
     "reports which heaps RtlEnumProcessHeaps shows, and what a refusing callback does to it")
{
	rtl_enum_process_heaps *const RtlEnumProcessHeaps =
	    FIND(rtl_enum_process_heaps *, "ntdll.dll", "RtlEnumProcessHeaps");
	static struct heap_list shown, refused;

	create_heaps(3);
	const LONG status = RtlEnumProcessHeaps(note, &shown);
	const LONG status_of_refusal = RtlEnumProcessHeaps(refuse, &refused);

	observe("status", (const void *)(ULONG_PTR)(ULONG)status);
	observe("heaps", shown.count);
	observe("same heaps", same_heaps(&shown, stable_list()) ? "yes" : "no");
	observe("status after a refusal", (const void *)(ULONG_PTR)(ULONG)status_of_refusal);
	observe("heaps until the refusal", refused.count);
}
