/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* The page says nothing of such a block: an exception is no error either. */
static BOOL note_exception(const EXCEPTION_RECORD *record)
{
	observe("exception", record->ExceptionCode);
	return TRUE;
}

CASE("HVL-06", "what HeapValidate makes of a block that belongs to another heap is recorded")
{
	need_no_debugger();

	const HANDLE heap = create_heap(0, 0, 0);
	void *const block = make_block(create_heap(0, 0, 0), 100);

	pass_on_exception(note_exception);
	observe("block of another heap", HeapValidate(heap, 0, block) ? "valid" : "not valid");
}
