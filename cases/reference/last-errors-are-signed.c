/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum call { FIRST_CALL, DEFAULT_HEAP, SECOND_CALL, CALLS };

static enum call failing;
static DWORD error;

static BOOL fails(enum call call)
{
	if (!in_program() || failing != call)
		return FALSE;
	SetLastError(error);
	return TRUE;
}

PROGRAM_CASE("REF-26", "last errors are printed as signed decimals")
{
	static const char *const formats[CALLS] = {
	    "Failed to retrieve the number of heaps with LastError %d.\n",
	    "Failed to retrieve the default process heap with LastError %d.\n",
	    "Failed to retrieve heaps with LastError %d.\n",
	};
	static const DWORD errors[] = {0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE};
	LONGLONG printed;

	for (failing = FIRST_CALL; failing < CALLS; failing++)
		for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
			error = errors[i];
			where("last error", error);
			run_program();
			ck_assert_output_number(formats[failing], printed);
			ck_assert_int_eq(printed, (LONG)error);
		}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	return fails(room ? SECOND_CALL : FIRST_CALL) ? 0 : give_heaps(GIVEN_HEAPS, room, heaps);
}

FAULT(HANDLE, GetProcessHeap, (void))
{
	return fails(DEFAULT_HEAP) ? NULL : REAL(GetProcessHeap)();
}
