/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { ROUNDS = 20 };

void heapkit_poison(HANDLE *slots, size_t count)
{
	while (count--)
		slots[count] = POISON;
}

DWORD hits(const struct heap_list *list, HANDLE heap)
{
	DWORD count = 0;

	for (DWORD i = 0; i < list->count; i++)
		count += list->heaps[i] == heap;
	return count;
}

DWORD position(const struct heap_list *list, HANDLE heap)
{
	DWORD i = 0;

	while (i < list->count && list->heaps[i] != heap)
		i++;
	return i;
}

BOOL same_heaps(const struct heap_list *a, const struct heap_list *b)
{
	BOOL in_order = a->count == b->count;

	for (DWORD i = 0; in_order && i < a->count; i++)
		in_order = a->heaps[i] == b->heaps[i];
	if (in_order || a->count != b->count)
		return in_order;
	for (DWORD i = 0; i < a->count; i++)
		if (hits(a, a->heaps[i]) != hits(b, a->heaps[i]))
			return FALSE;
	return TRUE;
}

void full_list(struct heap_list *list)
{
	poison(list->heaps);
	list->count = GetProcessHeaps(HEAP_LIST_ROOM, list->heaps);
	require(list->count > 0);
	require(list->count <= HEAP_LIST_ROOM);
}

const struct heap_list *stable_list(void)
{
	static struct heap_list lists[2];

	full_list(&lists[0]);
	for (unsigned round = 1; round < ROUNDS; round++) {
		full_list(&lists[round & 1]);
		if (same_heaps(&lists[0], &lists[1]))
			return &lists[0];
	}
	heapkit_broken_because("the list of heaps did not come to rest in 20 rounds");
}
