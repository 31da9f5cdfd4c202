/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef LONG(WINAPI *get_version)(OSVERSIONINFOW *);

DWORD windows_build(void)
{
	OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};
	const HMODULE ntdll = GetModuleHandleA("ntdll.dll");
	const FARPROC address = ntdll ? GetProcAddress(ntdll, "RtlGetVersion") : NULL;

	if (!address || ((get_version)(void (*)(void))address)(&version))
		return 0;
	return version.dwBuildNumber;
}

void skip_from_build(DWORD build)
{
	if (windows_build() >= build)
		skip("no run of the function is known on this Windows build or a later one");
}
