/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#ifdef _UCRT
#define C_RUNTIME "ucrtbase.dll"
#else
#define C_RUNTIME "msvcrt.dll"
#endif

CASE("GLB-04", "whether the C runtime allocates from the default heap is recorded")
{
#ifdef HEAPKIT_BARE
	skip("there is no C runtime in a bare program");
#else
	typedef intptr_t(__cdecl * get_handle)(void);
	/* Not FIND: that a C runtime does not tell is as good an answer as any. */
	const FARPROC found = GetProcAddress(GetModuleHandleA(C_RUNTIME), "_get_heap_handle");
	const get_handle heap_handle = (get_handle)(void (*)(void))found;

	if (!heap_handle)
		observe("heap of the runtime", "it does not tell");
	else if ((HANDLE)heap_handle() == GetProcessHeap())
		observe("heap of the runtime", "the default heap");
	else
		observe("heap of the runtime", "another heap");
#endif
}
