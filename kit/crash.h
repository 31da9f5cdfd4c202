/* SPDX-License-Identifier: MIT */
/* What an exception that nobody handles says before it ends a case. Internal to the kit. */
#ifndef HEAPKIT_CRASH_H
#define HEAPKIT_CRASH_H

#include <windows.h>

/* Raised by a Wine stub; its parameters are the names of the DLL and of the function, or an
 * ordinal. */
#define WINE_STUB 0x80000100u

/* Prints `Bail out!` with the code and the address, and ends the process with the code. */
void heapkit_report_crash(const EXCEPTION_RECORD *record) __attribute__((noreturn));

#ifdef _WIN64
/* A language handler for unwind data: reports errors, lets everything else pass. */
EXCEPTION_DISPOSITION heapkit_crash(EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
				    void *dispatcher);
#endif

#endif
