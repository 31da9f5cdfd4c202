/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCK_SIZE = 0x5123, ROUNDED_AT_MOST = BLOCK_SIZE + 0x1000, CANARY = 0xA5 };

static struct {
	PROCESS_HEAP_ENTRY entry;
	unsigned char behind[64];
} place;

CASE("HWK-27", "HeapWalk writes a structure of the program's width, and nothing behind it")
{
	const HANDLE heap = create_heap(0, 0, 0);
	const void *const block = make_block(heap, BLOCK_SIZE);
	DWORD found = 0;

	fill_bytes(place.behind, sizeof place.behind, CANARY);
	for (DWORD step = 0; step < WALK_LIMIT && HeapWalk(heap, &place.entry); step++) {
		where("step", step);
		ck_assert_bytes(place.behind, sizeof place.behind, CANARY);
		if (place.entry.lpData != block)
			continue;
		ck_assert(place.entry.wFlags & PROCESS_HEAP_ENTRY_BUSY);
		ck_assert_uint_ge(place.entry.cbData, BLOCK_SIZE);
		ck_assert_uint_lt(place.entry.cbData, ROUNDED_AT_MOST);
		found++;
	}
	ck_assert_bytes(place.behind, sizeof place.behind, CANARY);
	ck_assert_uint_ge(found, 1);
}
