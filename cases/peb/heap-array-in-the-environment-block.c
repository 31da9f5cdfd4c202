/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Places known from public dumps of the block, documented nowhere. */
enum {
	NUMBER_OF_HEAPS = sizeof(void *) == 8 ? 0xE8 : 0x88,
	PROCESS_HEAPS = sizeof(void *) == 8 ? 0xF0 : 0x90
};

CASE("PEB-03", "whether the process environment block holds the same heaps is recorded")
{
	static struct heap_list array;

	create_heaps(3);
	const struct heap_list *const list = stable_list();
	const char *const block = process_environment_block();

	if (!block)
		skip("there is no process environment block");
	/* Read after the heaps were made: the array moves when it grows. */
	const DWORD number = *(const DWORD *)(block + NUMBER_OF_HEAPS);
	const HANDLE *const heaps = *(const HANDLE *const *)(block + PROCESS_HEAPS);

	observe("array", heaps ? "there" : "NULL");
	if (!heaps)
		return;
	for (; array.count < number && array.count < HEAP_LIST_ROOM; array.count++)
		array.heaps[array.count] = heaps[array.count];
	observe("same heaps", same_heaps(&array, list) ? "yes" : "no");
}
