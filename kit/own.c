/* SPDX-License-Identifier: MIT */
#include "own.h"
#include "heapkit.h"

enum { OWN_ROOM = 600 };

static struct {
	HANDLE heap;
	BOOL destroyed;
} own[OWN_ROOM];
static DWORD own_count;

static DWORD find(HANDLE heap)
{
	DWORD i = 0;

	while (i < own_count && own[i].heap != heap)
		i++;
	return i;
}

BOOL is_own(HANDLE heap)
{
	return find(heap) < own_count;
}

BOOL is_destroyed(HANDLE heap)
{
	const DWORD i = find(heap);

	return i < own_count && own[i].destroyed;
}

/* An address that comes back is the same entry again: the table stays as small as the set of
 * handles. */
void own_heap(HANDLE heap)
{
	const DWORD i = find(heap);

	require(i < OWN_ROOM);
	own[i].heap = heap;
	own[i].destroyed = FALSE;
	if (i == own_count)
		own_count++;
}

void disown_heap(HANDLE heap)
{
	const DWORD i = find(heap);

	require(i < own_count);
	own[i].destroyed = TRUE;
}
