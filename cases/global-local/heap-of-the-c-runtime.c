/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GLB-04", "whether the C runtime allocates from the default heap is recorded")
{
#ifdef HEAPKIT_BARE
	skip("there is no C runtime in a bare program");
#else
#ifdef _UCRT
	static const char runtime[] = "ucrtbase.dll";
#else
	static const char runtime[] = "msvcrt.dll";
#endif
	typedef intptr_t(__cdecl * get_heap)(void);
	const HANDLE heap = (HANDLE)FIND(get_heap, runtime, "_get_heap_handle")();

	observe("heap of malloc", heap == GetProcessHeap() ? "the default heap" : "another heap");
#endif
}
