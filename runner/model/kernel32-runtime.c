/* SPDX-License-Identifier: MIT */
/*
 * What C runtimes ask of the system when a program starts, and while it redirects its output.
 * Pages:
 * https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-initializecriticalsection,
 * .../processthreadsapi/nf-processthreadsapi-getstartupinfow,
 * .../errhandlingapi/nf-errhandlingapi-setunhandledexceptionfilter,
 * .../namedpipeapi/nf-namedpipeapi-setnamedpipehandlestate
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "faults.h"
#include "imports.h"
#include "teb.h"

enum { PIPE_NOWAIT = 1, STARTUP_BYTES = sizeof(void *) == 8 ? 104 : 68 };

/* The first field, a pointer, is the system's own. */
void WINAPI InitializeCriticalSection(pthread_mutex_t **section)
{
	pthread_mutexattr_t recursive;

	*section = malloc(sizeof **section);
	if (!*section)
		raise_exception(STATUS_NO_MEMORY);
	pthread_mutexattr_init(&recursive);
	pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(*section, &recursive);
}

void WINAPI DeleteCriticalSection(pthread_mutex_t **section)
{
	free(*section);
	*section = NULL;
}

void WINAPI EnterCriticalSection(pthread_mutex_t **section)
{
	pthread_mutex_lock(*section);
}

void WINAPI LeaveCriticalSection(pthread_mutex_t **section)
{
	pthread_mutex_unlock(*section);
}

void WINAPI GetStartupInfoA(DWORD *information)
{
	memset(information, 0, STARTUP_BYTES);
	*information = STARTUP_BYTES;
}

void WINAPI GetStartupInfoW(DWORD *information)
{
	GetStartupInfoA(information);
}

void *WINAPI SetUnhandledExceptionFilter(void *filter)
{
	exception_filter function;
	void *before;

	memcpy(&function, &filter, sizeof function);
	function = set_unhandled_filter(function);
	memcpy(&before, &function, sizeof before);
	return before;
}

/* There is no TlsAlloc, so no index is one. */
void *WINAPI TlsGetValue(DWORD index)
{
	(void)index;
	set_last_error(ERROR_INVALID_PARAMETER);
	return NULL;
}

/* A runtime looks for optional libraries; there are none. */
HANDLE WINAPI LoadLibraryA(const char *name)
{
	return GetModuleHandleA(name);
}

BOOL WINAPI FreeLibrary(HANDLE module)
{
	(void)module;
	return TRUE;
}

BOOL WINAPI SetNamedPipeHandleState(HANDLE pipe, const DWORD *mode, void *count, void *timeout)
{
	const int descriptor = (int)((uintptr_t)pipe / 4) - 1;
	const int flags = fcntl(descriptor, F_GETFL);

	(void)count;
	(void)timeout;
	if (flags < 0) {
		set_last_error(ERROR_INVALID_HANDLE);
		return FALSE;
	}
	if (mode)
		fcntl(descriptor, F_SETFL,
		      *mode & PIPE_NOWAIT ? flags | O_NONBLOCK : flags & ~O_NONBLOCK);
	return TRUE;
}
