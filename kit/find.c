/* SPDX-License-Identifier: MIT */
/* Functions that not every Windows has. */
#include "crash.h"
#include "heapkit.h"
#include "verdict.h"

/* A name that resolves is no proof: Wine exports stubs that raise this when they are called. */
static LONG CALLBACK look(EXCEPTION_POINTERS *exception)
{
	if (exception->ExceptionRecord->ExceptionCode == WINE_STUB)
		heapkit_report_crash(exception->ExceptionRecord);
	return EXCEPTION_CONTINUE_SEARCH;
}

void (*find_function(const char *dll, const char *name))(void)
{
	static BOOL watching;
	const HMODULE module = GetModuleHandleA(dll);
	const FARPROC function = module ? GetProcAddress(module, name) : NULL;

	if (!function)
		unimplemented(name);
	if (!watching)
		AddVectoredExceptionHandler(1, look);
	watching = TRUE;
	return (void (*)(void))function;
}
