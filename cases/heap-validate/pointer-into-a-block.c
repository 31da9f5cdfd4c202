/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* The page says nothing of such a pointer: an exception is no error either. */
static BOOL note_exception(const EXCEPTION_RECORD *record)
{
	observe("exception", record->ExceptionCode);
	return TRUE;
}

CASE("HVL-12", "what HeapValidate makes of a pointer into the middle of a block is recorded")
{
	need_no_debugger();

	const HANDLE heap = create_heap(0, 0, 0);
	unsigned char *const block = make_block(heap, 100);

	fill_bytes(block, 100, 0);
	pass_on_exception(note_exception);
	observe("8 bytes into a block", HeapValidate(heap, 0, block + 8) ? "valid" : "not valid");
	observe("16 bytes into a block", HeapValidate(heap, 0, block + 16) ? "valid" : "not valid");
}
