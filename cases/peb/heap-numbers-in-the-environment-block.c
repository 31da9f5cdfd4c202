/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Places known from public dumps of the block, documented nowhere. */
enum {
	NUMBER_OF_HEAPS = sizeof(void *) == 8 ? 0xE8 : 0x88,
	MAXIMUM_NUMBER_OF_HEAPS = sizeof(void *) == 8 ? 0xEC : 0x8C
};

CASE("PEB-02 PEB-04 PEB-05", "how many heaps the process environment block counts is recorded")
{
	const char *const block = process_environment_block();

	if (!block)
		skip("there is no process environment block");
	const DWORD number = *(const DWORD *)(block + NUMBER_OF_HEAPS);
	const DWORD maximum = *(const DWORD *)(block + MAXIMUM_NUMBER_OF_HEAPS);
	const DWORD total = stable_list()->count;

	observe("heaps in the block", number);
	observe("room in the block", maximum);
	observe("heaps by the function", total);
	observe("same number", number == total ? "yes" : "no");
	observe("number within the room", number <= maximum ? "yes" : "no");
}
