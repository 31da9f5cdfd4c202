/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

HANDLE start_thread(DWORD(WINAPI *function)(void *), void *argument)
{
	const HANDLE thread = CreateThread(NULL, 0, function, argument, 0, NULL);

	require(thread != NULL);
	return thread;
}

void join_thread(HANDLE thread)
{
	wait_for(thread);
	CloseHandle(thread);
}
