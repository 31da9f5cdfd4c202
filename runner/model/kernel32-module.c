/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-getmodulehandlea
 * https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-getprocaddress
 * The handle of a DLL is an address that no program may read, since there is no such file here.
 */
#include <string.h>
#include <strings.h>

#include "alter.h"
#include "enumerate.h"
#include "imports.h"
#include "ntdll.h"
#include "pe-map.h"
#include "teb.h"

static const char *const modules[] = {"kernel32.dll", "ntdll.dll", "kernelbase.dll", "msvcrt.dll"};

enum { MODULES = sizeof modules / sizeof *modules };

HANDLE WINAPI GetModuleHandleA(const char *name)
{
	if (!name)
		return image.base;
	for (size_t i = 0; i < MODULES; i++)
		if (strcasecmp(name, modules[i]) == 0 ||
		    (!strchr(name, '.') && strncasecmp(name, modules[i], strlen(name)) == 0 &&
		     modules[i][strlen(name)] == '.'))
			return (HANDLE)&modules[i];
	set_last_error(ERROR_MOD_NOT_FOUND);
	return NULL;
}

static const char *module_name(HANDLE module)
{
	for (size_t i = 0; i < MODULES; i++)
		if (module == (HANDLE)&modules[i])
			return modules[i];
	return NULL;
}

/* What the mutant finds in place of GetProcessHeaps. */
static DWORD WINAPI list_process_heap(DWORD count, HANDLE *heaps)
{
	if (count)
		heaps[0] = process_heap();
	return 1;
}

void *WINAPI GetProcAddress(HANDLE module, const char *name)
{
	const char *dll = module_name(module);
	void *address = NULL;

	if (dll && (uintptr_t)name > 0xFFFF)
		address = import_find(dll, name);
	if (address == (void *)(uintptr_t)GetProcessHeaps && altered(list_function_not_exported))
		address = NULL;
	if (address == (void *)(uintptr_t)GetProcessHeaps &&
	    altered(exported_function_knows_process_heap_only))
		address = (void *)(uintptr_t)list_process_heap;
	if (dll && has_version() && strcmp(dll, "ntdll.dll") == 0 && (uintptr_t)name > 0xFFFF &&
	    strcmp(name, "RtlGetVersion") == 0)
		address = (void *)(uintptr_t)RtlGetVersion;
	if (!address)
		set_last_error(dll ? ERROR_PROC_NOT_FOUND : ERROR_MOD_NOT_FOUND);
	return address;
}
