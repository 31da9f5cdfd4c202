/* SPDX-License-Identifier: MIT */
#include "rung.h"

#include <string.h>

static const char *const names[RUNG_COUNT] = {
    "nothing yet",  "starts and exits",    "prints",
    "default heap", "enumeration",         "private heaps",
    "blocks",       "validate and walk",   "locks and threads",
    "information",  "tool help and ntdll",
};

/* A function that is not here does not raise a program above the functions that are. */
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
    {6, "HeapAlloc"},
    {6, "HeapFree"},
    {6, "HeapReAlloc"},
    {6, "HeapSize"},
    {6, "GlobalAlloc"},
    {6, "GlobalFree"},
    {6, "GlobalLock"},
    {6, "GlobalSize"},
    {6, "LocalAlloc"},
    {6, "LocalFree"},
    {6, "LocalSize"},
    {7, "HeapCompact"},
    {7, "HeapValidate"},
    {7, "HeapWalk"},
    {8, "CreateEventA"},
    {8, "CreateThread"},
    {8, "HeapLock"},
    {8, "HeapUnlock"},
    {8, "WaitForSingleObject"},
    {9, "HeapQueryInformation"},
    {9, "HeapSetInformation"},
    {9, "HeapSummary"},
    {10, "CreateToolhelp32Snapshot"},
    {10, "GetProcAddress"},
    {10, "Heap32First"},
    {10, "Heap32ListFirst"},
    {10, "Heap32ListNext"},
    {10, "Heap32Next"},
    {10, "RtlCreateHeap"},
    {10, "RtlDestroyHeap"},
    {10, "Toolhelp32ReadProcessMemory"},
};

unsigned rung_of(const struct pe *pe)
{
	unsigned rung = 1;

	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (functions[i].rung > rung && pe_imports(pe, functions[i].function))
			rung = functions[i].rung;
	return rung;
}

const char *rung_name(unsigned rung)
{
	return names[rung < RUNG_COUNT ? rung : 0];
}
