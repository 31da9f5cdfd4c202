/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#ifdef _UCRT
#define C_RUNTIME "ucrtbase.dll"
#else
#define C_RUNTIME "msvcrt.dll"
#endif

bool has_c_runtime(void)
{
	return true;
}

const char *heap_of_c_runtime(void)
{
	typedef intptr_t(__cdecl * get_handle)(void);
	/* Not FIND: that a C runtime does not tell is as good an answer as any. */
	const FARPROC found = GetProcAddress(GetModuleHandleA(C_RUNTIME), "_get_heap_handle");
	const get_handle heap_handle = (get_handle)(void (*)(void))found;

	if (!heap_handle)
		return "it does not tell";
	return (HANDLE)heap_handle() == GetProcessHeap() ? "the default heap" : "another heap";
}
