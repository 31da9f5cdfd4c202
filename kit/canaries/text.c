/* SPDX-License-Identifier: MIT */
#include "canary.h"

#define WORD "quince-" HEAPKIT_TARGET

CANARY("text " WORD)
{
	static const char line[] = WORD "\r\n";
	DWORD written;

	WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), line, sizeof line - 1, &written, NULL);
	ExitProcess(0);
}
