/* SPDX-License-Identifier: MIT */
/*
 * Lists the heaps of its process, the documented way:
 * https://learn.microsoft.com/windows/win32/memory/getting-process-heaps
 *
 * Ask for the number, multiply it safely, allocate from the default heap, ask again, print, free.
 * It prints what the documented sample prints, and is right where the sample is wrong: when fewer
 * heaps come back on the second call it lists those, and it frees its buffer on every path.
 *
 * An ordinary program: build it with any compiler for Windows, with -DUNICODE -D_UNICODE (and
 * -municode with MinGW-w64) or without:
 *
 *   x86_64-w64-mingw32-gcc -o process-heaps.exe process-heaps.c print.c
 */
#include <tchar.h>
#include <windows.h>

#include "multiply.h"
#include "print.h"

enum { SUCCEEDED_EXIT = 0, FAILED_EXIT = 1 };

static int fail(LPCTSTR format, LONGLONG value)
{
	print_line(format, &value);
	return FAILED_EXIT;
}

/* Last errors are printed as %d shows them: signed. */
static int fail_with(LPCTSTR format, DWORD error)
{
	return fail(format, (LONG)error);
}

static void print_heaps(DWORD number, const HANDLE *heaps)
{
	LONGLONG values[2] = {number, 0};

	print_line(TEXT("Process has %d heaps.\n"), values);
	for (DWORD i = 0; i < number; i++) {
		values[0] = i;
		values[1] = (LONGLONG)(ULONG_PTR)heaps[i];
		print_line(TEXT("Heap %d at address: %#p.\n"), values);
	}
}

/* Fills `heaps`, which has room for `expected`, and prints what really came back. */
static int list_heaps(DWORD expected, PHANDLE heaps)
{
	const DWORD number = GetProcessHeaps(expected, heaps);

	if (number == 0)
		return fail_with(TEXT("Failed to retrieve heaps with LastError %d.\n"),
				 GetLastError());
	if (number > expected)
		return fail(TEXT("Another component created a heap between calls. Please try "
				 "again.\n"),
			    0);
	print_heaps(number, heaps);
	return SUCCEEDED_EXIT;
}

int _tmain(void)
{
	const DWORD expected = GetProcessHeaps(0, NULL);
	SIZE_T size;
	HRESULT result;
	HANDLE heap;
	PHANDLE heaps;
	int status;

	if (expected == 0)
		return fail_with(
		    TEXT("Failed to retrieve the number of heaps with LastError %d.\n"),
		    GetLastError());
	result = multiply_size(expected, sizeof *heaps, &size);
	if (result != S_OK)
		return fail(TEXT("SIZETMult failed with HR %d.\n"), result);
	heap = GetProcessHeap();
	if (heap == NULL)
		return fail_with(
		    TEXT("Failed to retrieve the default process heap with LastError %d.\n"),
		    GetLastError());
	heaps = HeapAlloc(heap, 0, size);
	if (heaps == NULL)
		return fail(TEXT("HeapAlloc failed to allocate %d bytes.\n"), (LONGLONG)size);
	status = list_heaps(expected, heaps);
	if (!HeapFree(heap, 0, heaps))
		fail(TEXT("Failed to free allocation from default process heap.\n"), 0);
	return status;
}
