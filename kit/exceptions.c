/* SPDX-License-Identifier: MIT */
#include "heapkit.h"
#include "verdict.h"

static BOOL (*is_expected)(const EXCEPTION_RECORD *);

static LONG CALLBACK look(EXCEPTION_POINTERS *exception)
{
	/* What goes wrong while the exception is looked at is not what was expected. */
	BOOL (*const expected)(const EXCEPTION_RECORD *) = is_expected;

	is_expected = NULL;
	if (expected && expected(exception->ExceptionRecord))
		heapkit_pass();
	is_expected = expected;
	return EXCEPTION_CONTINUE_SEARCH;
}

void pass_on_exception(BOOL (*expected)(const EXCEPTION_RECORD *))
{
	is_expected = expected;
	require(AddVectoredExceptionHandler(1, look) != NULL);
}

BOOL is_out_of_memory(const EXCEPTION_RECORD *record)
{
	return record->ExceptionCode == STATUS_NO_MEMORY ||
	       record->ExceptionCode == STATUS_ACCESS_VIOLATION;
}
