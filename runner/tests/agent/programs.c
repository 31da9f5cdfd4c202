/* SPDX-License-Identifier: MIT */
/* Programs for the agent to start, each by its BEHAVIOUR: bare ones, as script-agent.sh builds
 * them. */
#include <windows.h>

#ifndef STRANGER
#include "../../../kit/section.h"

HEAPKIT_DESCRIBE("case", "cases/agent/" BEHAVIOUR ".c", "", BEHAVIOUR);
#endif

enum { ROOM = 1 << 18 /* of the agent, for each stream */ };

void start(void);

static int is(const char *name)
{
	const char *behaviour = BEHAVIOUR;

	while (*name && *name == *behaviour)
		name++, behaviour++;
	return *name == *behaviour;
}

static void print(DWORD size, DWORD stream)
{
	static char bytes[4096];
	DWORD written;

	for (DWORD i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)('a' + i % 26);
	for (; size; size -= written)
		if (!WriteFile(GetStdHandle(stream), bytes,
			       size < sizeof bytes ? size : sizeof bytes, &written, NULL))
			ExitProcess(99);
}

/* The same program once more, which outlives this one and has its pipes. */
static void leave_child(void)
{
	STARTUPINFOW startup = {.cb = sizeof startup};
	PROCESS_INFORMATION process;
	WCHAR path[MAX_PATH];
	char mark[2];

	if (GetEnvironmentVariableA("HEAPKIT_CHILD", mark, sizeof mark))
		Sleep(INFINITE);
	SetEnvironmentVariableA("HEAPKIT_CHILD", "1");
	GetModuleFileNameW(NULL, path, MAX_PATH);
	if (!CreateProcessW(path, NULL, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process))
		ExitProcess(99);
	print(5, STD_OUTPUT_HANDLE);
	ExitProcess(7);
}

void start(void)
{
	char byte;
	DWORD got = 1;

	if (is("fills"))
		print(ROOM, STD_OUTPUT_HANDLE);
	else if (is("fills-both")) {
		print(ROOM, STD_ERROR_HANDLE);
		print(ROOM, STD_OUTPUT_HANDLE);
	} else if (is("floods"))
		print(ROOM + 1, STD_ERROR_HANDLE);
	else if (is("never-stops"))
		for (;;)
			print(ROOM, STD_OUTPUT_HANDLE);
	else if (is("hangs")) {
		print(3, STD_OUTPUT_HANDLE);
		Sleep(INFINITE);
	} else if (is("reads"))
		ExitProcess(
		    ReadFile(GetStdHandle(STD_INPUT_HANDLE), &byte, 1, &got, NULL) && !got ? 8 : 9);
	else if (is("crashes"))
		*(volatile int *)(INT_PTR)8 = 1;
	else if (is("leaves-child"))
		leave_child();
	else if (is("stranger"))
		print(1, STD_OUTPUT_HANDLE);
	ExitProcess(5);
}
