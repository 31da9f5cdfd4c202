/* SPDX-License-Identifier: MIT */
/*
 * What a program asks about the process, the processor and the time.
 * https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsysteminfo and siblings
 * https://learn.microsoft.com/windows/win32/api/debugapi/nf-debugapi-isdebuggerpresent
 */
#include <sched.h>
#include <time.h>
#include <unistd.h>

#include "imports.h"
#include "teb.h"
#include "virtual.h"

HANDLE WINAPI GetCurrentProcess(void)
{
	return (HANDLE) ~(uintptr_t)0;
}

HANDLE WINAPI GetCurrentThread(void)
{
	return (HANDLE) ~(uintptr_t)1;
}

BOOL WINAPI IsDebuggerPresent(void)
{
	return process_environment.being_debugged;
}

/* The processors of the model see what was written; the kit's rows about it: HCR-15, HCR-31. */
BOOL WINAPI FlushInstructionCache(HANDLE process, const void *address, SIZE_T size)
{
	(void)process;
	__builtin___clear_cache((char *)(uintptr_t)address, (char *)(uintptr_t)address + size);
	return TRUE;
}

uint64_t WINAPI GetTickCount64(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

DWORD WINAPI GetTickCount(void)
{
	return (DWORD)GetTickCount64();
}

BOOL WINAPI SwitchToThread(void)
{
	return sched_yield() == 0;
}

void WINAPI GetSystemInfo(struct system_information *information)
{
	enum { X86 = 0, X64 = 9 };
	const long processors = sysconf(_SC_NPROCESSORS_ONLN);

	*information = (struct system_information){
	    .processor = sizeof(void *) == 8 ? X64 : X86,
	    .page_size = PAGE_BYTES,
	    .lowest_address = (void *)(uintptr_t)GRANULARITY,
	    .highest_address = sizeof(void *) == 8 ? (void *)(uintptr_t)0x7FFFFFFEFFFFull
						   : (void *)(uintptr_t)0xFFFEFFFF,
	    .processor_mask = 1,
	    .processors = processors > 0 ? (DWORD)processors : 1,
	    .granularity = GRANULARITY,
	};
}
