/* SPDX-License-Identifier: MIT */
#include "crash.h"
#include "text.h"

void heapkit_report_crash(const EXCEPTION_RECORD *record)
{
	static struct text text;
	const ULONG_PTR *names = record->ExceptionInformation;

	text_clear(&text);
	text_add(&text, "Bail out! exception ");
	text_add_hex(&text, record->ExceptionCode, 8);
	if (record->ExceptionCode == WINE_STUB && record->NumberParameters == 2 &&
	    names[1] > 0xFFFF) {
		text_add(&text, " unimplemented ");
		text_add(&text, (const char *)names[1]);
	} else {
		text_add(&text, " at ");
		text_add_ptr(&text, (uintptr_t)record->ExceptionAddress);
	}
	text_add(&text, "\n");
	text_write(&text);
	ExitProcess(record->ExceptionCode);
}

#ifdef _WIN64
EXCEPTION_DISPOSITION heapkit_crash(EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
				    void *dispatcher)
{
	const DWORD unwinding = EXCEPTION_UNWINDING | EXCEPTION_EXIT_UNWIND;
	const BOOL is_error = record->ExceptionCode >= 0x80000000u;

	(void)frame;
	(void)context;
	(void)dispatcher;
	if (is_error && !(record->ExceptionFlags & unwinding))
		heapkit_report_crash(record);
	return ExceptionContinueSearch;
}
#endif
