/* SPDX-License-Identifier: MIT */
#include "rung.h"

#include <string.h>

static const char *const names[RUNG_COUNT] = {
    "nothing yet",  "starts and exits",    "prints",
    "default heap", "enumeration",         "private heaps",
    "blocks",       "validate and walk",   "locks and threads",
    "information",  "tool help and ntdll",
};

/*
 * Every function that a bare case imports. What is on rung 0 helps on several rungs: it does not
 * raise a program above its other imports.
 */
static const struct {
	unsigned rung;
	const char *function;
} functions[] = {
    {1, "ExitProcess"},
    {2, "GetStdHandle"},
    {2, "WriteFile"},
    {3, "GetProcessHeap"},
    {4, "GetProcessHeaps"},
    {5, "HeapCreate"},
    {5, "HeapDestroy"},
    {6, "GlobalAlloc"},
    {6, "GlobalFree"},
    {6, "GlobalLock"},
    {6, "GlobalSize"},
    {6, "GlobalUnlock"},
    {6, "HeapAlloc"},
    {6, "HeapFree"},
    {6, "HeapReAlloc"},
    {6, "HeapSize"},
    {6, "LocalAlloc"},
    {6, "LocalFree"},
    {6, "LocalLock"},
    {6, "LocalSize"},
    {6, "LocalUnlock"},
    {7, "HeapCompact"},
    {7, "HeapValidate"},
    {7, "HeapWalk"},
    {8, "CloseHandle"},
    {8, "CreateEventA"},
    {8, "CreateThread"},
    {8, "HeapLock"},
    {8, "HeapUnlock"},
    {8, "SetEvent"},
    {8, "WaitForSingleObject"},
    {9, "HeapQueryInformation"},
    {9, "HeapSetInformation"},
    {9, "HeapSummary"},
    {10, "CreateToolhelp32Snapshot"},
    {10, "GetCurrentProcessId"},
    {10, "GetProcAddress"},
    {10, "Heap32First"},
    {10, "Heap32ListFirst"},
    {10, "Heap32ListNext"},
    {10, "Heap32Next"},
    {10, "RtlCreateHeap"},
    {10, "RtlDestroyHeap"},
    {10, "Toolhelp32ReadProcessMemory"},
    {0, "AddVectoredExceptionHandler"},
    {0, "FlushInstructionCache"},
    {0, "GetCurrentProcess"},
    {0, "GetLastError"},
    {0, "GetModuleHandleA"},
    {0, "GetTickCount"},
    {0, "IsDebuggerPresent"},
    {0, "SetLastError"},
    {0, "VirtualAlloc"},
    {0, "VirtualFree"},
    {0, "VirtualProtect"},
    {0, "VirtualQuery"},
};

unsigned rung_of_function(const char *name, bool hosted)
{
	/* what every program of a C runtime imports says nothing about what the case is about */
	if (hosted && strcmp(name, "GetProcAddress") == 0)
		return 0;
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (strcmp(functions[i].function, name) == 0)
			return functions[i].rung;
	/* of ntdll, which cases look up */
	return strncmp(name, "Rtl", 3) == 0 ? RUNG_COUNT - 1 : 0;
}

bool rung_is_hosted(const char *const *imports, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(imports[i], "_initterm") == 0)
			return true;
	return false;
}

unsigned rung_of_imports(const char *const *imports, size_t count)
{
	const bool hosted = rung_is_hosted(imports, count);
	unsigned rung = 1;

	for (size_t i = 0; i < count; i++) {
		const unsigned own = rung_of_function(imports[i], hosted);

		if (own > rung)
			rung = own;
	}
	return rung;
}

unsigned rung_of(const struct pe *pe)
{
	return rung_of_imports((const char *const *)pe->imports, pe->import_count);
}

const char *rung_name(unsigned rung)
{
	return names[rung < RUNG_COUNT ? rung : 0];
}
