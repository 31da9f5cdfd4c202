/* SPDX-License-Identifier: MIT */
/* What this system says of itself: Windows with build and update, or a Wine, and the machine. */
#include "platform.h"

#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "error.h"

/* What this program was built for. */
#if defined(__aarch64__)
#define OWN_MACHINE 0xAA64
#elif defined(__x86_64__)
#define OWN_MACHINE IMAGE_FILE_MACHINE_AMD64
#else
#define OWN_MACHINE IMAGE_FILE_MACHINE_I386
#endif

typedef const char *(CDECL *wine_get_version)(void);
typedef LONG(WINAPI *get_version)(OSVERSIONINFOEXW *);
typedef BOOL(WINAPI *is_wow64)(HANDLE, USHORT *, USHORT *);

static void (*find_in(const wchar_t *dll, const char *name))(void)
{
	return (void (*)(void))GetProcAddress(GetModuleHandleW(dll), name);
}

bool platform_is_windows(void)
{
	return true;
}

const char *platform_wine(void)
{
	const wine_get_version version =
	    (wine_get_version)find_in(L"ntdll.dll", "wine_get_version");

	return version ? version() : NULL;
}

/* ".2314", the number behind the build: which update this is. "": not known. The caller frees it.
 */
static char *update_number(void)
{
	DWORD number = 0, size = sizeof number;

	if (RegGetValueW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
			 L"UBR", RRF_RT_REG_DWORD, NULL, &number, &size) != ERROR_SUCCESS)
		return xstrdup("");
	return xformat(".%lu", number);
}

static const char *machine_name(USHORT machine)
{
	switch (machine) {
	case IMAGE_FILE_MACHINE_AMD64:
		return "x86_64";
	case IMAGE_FILE_MACHINE_I386:
		return "i686";
	case 0xAA64:
		return "aarch64";
	default:
		return "unknown machine";
	}
}

/* A program for x86-64 on ARM64 is no WOW64 process, so its own machine is not asked for. */
static USHORT real_machine(void)
{
	const is_wow64 ask = (is_wow64)find_in(L"kernel32.dll", "IsWow64Process2");
	USHORT own = 0, real = OWN_MACHINE;

	if (!ask || !ask(GetCurrentProcess(), &own, &real))
		real = OWN_MACHINE;
	return real;
}

char *platform_name(void)
{
	const get_version ask = (get_version)find_in(L"ntdll.dll", "RtlGetVersion");
	OSVERSIONINFOEXW version = {.dwOSVersionInfoSize = sizeof version};
	char *update = update_number(), *wine = xstrdup(""), *name;

	if (ask)
		ask(&version);
	if (platform_wine()) {
		free(wine);
		wine = xformat("Wine %s as ", platform_wine());
	}
	name = xformat("%sWindows%s %lu.%lu.%lu%s %s", wine,
		       version.wProductType > VER_NT_WORKSTATION ? " Server" : "",
		       version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber,
		       update, machine_name(real_machine()));
	free(update);
	free(wine);
	return name;
}

const char *platform_emulated(void)
{
	return real_machine() == OWN_MACHINE ? NULL : machine_name(OWN_MACHINE);
}
