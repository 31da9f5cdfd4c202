/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void *block;

static BOOL is_refusal_to_execute(const EXCEPTION_RECORD *record)
{
	return record->ExceptionCode == STATUS_ACCESS_VIOLATION &&
	       record->ExceptionAddress == block;
}

CASE("HCR-16", "code in a block of a plain heap is not executed: calling it is an access violation")
{
	/* On 32 bits the image and settings of the system decide. */
	if (sizeof(void *) == 4)
		skip("32-bit programs may run without data execution prevention");
	block = make_block(create_heap(0, 0, 0), 100);
	pass_on_exception(is_refusal_to_execute);
	make_function(block)();
	ck_abort_msg("the call returned");
}
