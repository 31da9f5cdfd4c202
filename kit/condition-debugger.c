/* SPDX-License-Identifier: MIT */
#include "conditions-list.h"
#include "heapkit.h"

/* NtGlobalFlag, from the pages about GFlags; its place in the PEB is not documented. */
enum { HEAP_CHECKS = 0x70, APPLICATION_VERIFIER = 0x100, PAGE_HEAP = 0x02000000 };

static DWORD global_flags(void)
{
	const unsigned char *const block = process_environment_block();
	const int place = sizeof(void *) == 8 ? 0xBC : 0x68;

	return block ? *(const DWORD *)(block + place) : 0;
}

void need_no_debugger(void)
{
	const DWORD flags = global_flags();

	if (IsDebuggerPresent())
		skip("a debugger is attached");
	if (flags & HEAP_CHECKS)
		skip("the global flags ask for heap checks");
	if (flags & APPLICATION_VERIFIER)
		skip("the application verifier is on");
	if (flags & PAGE_HEAP)
		skip("page heap is on");
}

void judged_without_debugger(void)
{
	heapkit_add_condition(need_no_debugger);
}
