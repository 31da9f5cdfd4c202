/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Where NtGlobalFlag stands in the process environment block is not documented. */
enum { GLOBAL_FLAGS = sizeof(void *) == 8 ? 0xBC : 0x68 };

typedef BOOL WINAPI query_information(HANDLE, HEAP_INFORMATION_CLASS, void *, SIZE_T, SIZE_T *);

static DWORD global_flags(void)
{
	const unsigned char *const block = process_environment_block();

	return block ? *(const DWORD *)(block + GLOBAL_FLAGS) : 0;
}

static void report_kind(const char *name, HANDLE heap)
{
	const HMODULE kernel32 = GetModuleHandleA("kernel32.dll");
	const FARPROC found = kernel32 ? GetProcAddress(kernel32, "HeapQueryInformation") : NULL;
	query_information *const query = (query_information *)(void (*)(void))found;
	ULONG kind = 0;

	if (!query)
		observe(name, "not to be had");
	else if (query(heap, HeapCompatibilityInformation, &kind, sizeof kind, NULL))
		observe(name, kind);
	else
		observe(name, "refused");
}

CASE("ENV-02 ENV-10", "reports what changes heaps: debugger, global flags, kind of heap, width")
{
	observe("pointer bytes", sizeof(void *));
	observe("alignment", MEMORY_ALLOCATION_ALIGNMENT);
	observe("debugger", IsDebuggerPresent() ? "yes" : "no");
	observe("global flags", (const void *)(ULONG_PTR)global_flags());
	report_kind("class 0 of the process heap", GetProcessHeap());
	report_kind("class 0 of a fresh heap", create_heap(0, 0, 0));
}
