/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("TLH-20",
     "Heap32ListFirst leaves dwSize at what it wrote, not above it, and writes nothing behind")
{
	static struct {
		HEAPLIST32 entry;
		unsigned char behind[64];
	} room;
	const HANDLE snapshot = heap_snapshot();

	fill_bytes(&room, sizeof room, 0xA5);
	room.entry.dwSize = sizeof room.entry;
	require(Heap32ListFirst(snapshot, &room.entry));
	ck_assert_uint_gt(room.entry.dwSize, 0);
	ck_assert_uint_le(room.entry.dwSize, sizeof room.entry);
	ck_assert_bytes(room.behind, sizeof room.behind, 0xA5);
}
