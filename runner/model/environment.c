/* SPDX-License-Identifier: MIT */
#include "environment.h"

#include "alter.h"
#include "heap.h"
#include "teb.h"

enum { HEAP_CHECKS = 0x70 /* tails, freed blocks, parameters */, PAGE_HEAP = 0x2000000 };

void environment_begin(void)
{
	process_environment.being_debugged = altered(debugger_present);
	if (altered(debugger_present_with_flags) || altered(global_flags_set))
		process_environment.global_flags = HEAP_CHECKS;
	if (altered(debugger_present_with_flags))
		process_environment.being_debugged = TRUE;
	if (altered(page_heap))
		process_environment.global_flags = PAGE_HEAP;
}

DWORD heap_signature(void)
{
	if (altered(segment_heap_signature))
		return 0xDDEEDDEE;
	if (altered(page_heap))
		return 0xEEEEEEEE;
	return altered(heaps_without_signature) ? 0 : HEAP_SIGNATURE;
}

bool has_nt_heaps(void)
{
	return !altered(segment_heap_signature) && !altered(page_heap);
}

bool has_checked_heaps(void)
{
	return altered(debugger_present) || altered(debugger_present_with_flags) ||
	       altered(global_flags_set) || altered(page_heap);
}

bool is_unusual_environment(void)
{
	return !has_nt_heaps() || has_checked_heaps();
}
