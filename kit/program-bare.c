/* SPDX-License-Identifier: MIT */
/*
 * Captures what the bare program prints: it asks for the standard handles and writes to them, so
 * both functions are replaced while it runs. The handles it gets are made up; nothing else may know
 * them.
 */
#include "heapkit.h"

#include "capture.h"

#define STDOUT_HANDLE ((HANDLE)(ULONG_PTR)0x5D0)
#define STDERR_HANDLE ((HANDLE)(ULONG_PTR)0x5D1)

FAULT(HANDLE, GetStdHandle, (DWORD which))
{
	if (in_program() && which == STD_OUTPUT_HANDLE)
		return STDOUT_HANDLE;
	if (in_program() && which == STD_ERROR_HANDLE)
		return STDERR_HANDLE;
	return REAL(GetStdHandle)(which);
}

FAULT(BOOL, WriteFile,
      (HANDLE file, LPCVOID bytes, DWORD size, LPDWORD written, LPOVERLAPPED overlapped))
{
	if (!in_program() || (file != STDOUT_HANDLE && file != STDERR_HANDLE))
		return REAL(WriteFile)(file, bytes, size, written, overlapped);
	capture_add(file == STDOUT_HANDLE ? &captured_output : &captured_errors, bytes, size);
	if (written)
		*written = size;
	return TRUE;
}

int run_program(void)
{
	return capture_program();
}
