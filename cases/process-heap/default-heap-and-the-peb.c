/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Offset 0x30 of the block on 64 bits, 0x18 on 32: known from public dumps, documented nowhere. */
enum { PROCESS_HEAP = 6 };

CASE("GPD-05", "whether the process environment block names the default heap is recorded")
{
	const HANDLE *block = process_environment_block();

	observe("same in the block", block[PROCESS_HEAP] == GetProcessHeap() ? "yes" : "no");
}
