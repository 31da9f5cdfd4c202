/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

const HANDLE given_heaps[GIVEN_HEAPS] = {(HANDLE)0x10000, (HANDLE)0x20000, (HANDLE)0x30000};

DWORD give_heaps(DWORD known, DWORD room, PHANDLE heaps)
{
	require(known <= GIVEN_HEAPS);
	for (DWORD i = 0; i < known && i < room; i++)
		heaps[i] = given_heaps[i];
	return known;
}
