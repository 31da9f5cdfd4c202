/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-24",
     "Heap32First leaves dwSize at what it wrote, not above it, and writes nothing behind",
     .time_limit = 60)
{
	static struct {
		HEAPENTRY32 entry;
		unsigned char behind[64];
	} room;

	/* Walks over the blocks of a segment heap are said to lock up. */
	need_nt_heaps();
	const ULONG_PTR id = heap_with_known_id()->id;

	fill_bytes(&room, sizeof room, 0xA5);
	room.entry.dwSize = sizeof room.entry;
	require(Heap32First(&room.entry, GetCurrentProcessId(), id));
	ck_assert_uint_gt(room.entry.dwSize, 0);
	ck_assert_uint_le(room.entry.dwSize, sizeof room.entry);
	ck_assert_bytes(room.behind, sizeof room.behind, 0xA5);
}
