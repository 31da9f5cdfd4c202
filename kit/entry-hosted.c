/* SPDX-License-Identifier: MIT */
/* Where a case with a C runtime starts. Its runtime imports the exception filter anyway. */
#include "crash.h"
#include "heapkit.h"
#include "verdict.h"

static LONG WINAPI report_crash(EXCEPTION_POINTERS *exception)
{
	heapkit_report_crash(exception->ExceptionRecord);
	return EXCEPTION_EXECUTE_HANDLER;
}

int main(void)
{
	SetUnhandledExceptionFilter(report_crash);
	heapkit_announce();
	heapkit_case();
	heapkit_pass();
}
