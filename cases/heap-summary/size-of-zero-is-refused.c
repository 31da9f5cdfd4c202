/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#define POISONED_ERROR 0xBADC0DEu

typedef BOOL(WINAPI *heap_summary)(HANDLE, DWORD, HEAP_SUMMARY *);

static const struct {
	const char *name;
	DWORD size;
} others[] = {
    {"size of one byte", 1},
    {"size one byte too small", sizeof(HEAP_SUMMARY) - 1},
    {"size one byte too large", sizeof(HEAP_SUMMARY) + 1},
};

CASE("HSM-02",
     "HeapSummary refuses a structure whose size field is 0, with ERROR_INVALID_PARAMETER")
{
	const heap_summary summarize = FIND(heap_summary, "kernel32.dll", "HeapSummary");
	const HANDLE heap = create_heap(0, 0, 0);
	/* Two, so that a function that believes a wrong size writes into nothing else. */
	static HEAP_SUMMARY summaries[2];
	BOOL succeeded;
	DWORD error;

	SetLastError(POISONED_ERROR);
	succeeded = summarize(heap, 0, summaries);
	error = GetLastError();
	ck_assert_int_eq(succeeded, FALSE);
	ck_assert_error_eq(error, ERROR_INVALID_PARAMETER);
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		summaries[0].cb = others[i].size;
		observe(others[i].name, summarize(heap, 0, summaries) ? "accepted" : "refused");
	}
}
