/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Places known from public dumps of the block, documented nowhere. */
enum {
	NUMBER_OF_HEAPS = sizeof(void *) == 8 ? 0xE8 : 0x88,
	PROCESS_HEAPS = sizeof(void *) == 8 ? 0xF0 : 0x90
};

static const char *const names[] = {"first heap", "second heap", "third heap", "fourth heap"};

static const char *kind(HANDLE heap, const HANDLE *own, DWORD count)
{
	if (!heap)
		return "NULL";
	if (heap == GetProcessHeap())
		return "default heap";
	for (DWORD i = 0; i < count; i++)
		if (heap == own[i])
			return "private heap of the case";
	return "another heap";
}

CASE("PEB-07", "the first heaps in the process environment block are recorded with the build")
{
	enum { OWN = 3 };
	const HANDLE *const own = create_heaps(OWN);
	const char *const block = process_environment_block();

	if (!block)
		skip("there is no process environment block");
	const DWORD number = *(const DWORD *)(block + NUMBER_OF_HEAPS);
	const HANDLE *const heaps = *(const HANDLE *const *)(block + PROCESS_HEAPS);

	observe("build", windows_build());
	observe("heaps in the block", heaps ? number : 0);
	for (DWORD i = 0; heaps && i < number && i < sizeof names / sizeof names[0]; i++)
		observe(names[i], kind(heaps[i], own, OWN));
}
