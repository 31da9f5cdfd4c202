/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BYTES = 100, SEED = 1 };

static void *block;

static BOOL is_refusal_that_kept_the_block(const EXCEPTION_RECORD *record)
{
	if (!is_out_of_memory(record))
		return FALSE;
	ck_assert_pattern(block, BYTES, SEED);
	return TRUE;
}

CASE("HRA-22", "growth in place that does not fit raises too with HEAP_GENERATE_EXCEPTIONS")
{
	const HANDLE heap = create_heap(0, 0x30000, 0x40000);

	block = make_block(heap, BYTES);
	fill_pattern(block, BYTES, SEED);
	pass_on_exception(is_refusal_that_kept_the_block);
	HeapReAlloc(heap, HEAP_GENERATE_EXCEPTIONS | HEAP_REALLOC_IN_PLACE_ONLY, block, 0x60000);
	ck_abort_msg("HeapReAlloc returned");
}
