/* SPDX-License-Identifier: MIT */
/* The lock of a heap: HLK-01 to HLK-08, HCR-21, HAL-11. */
#include "alter.h"
#include "lock-altered.h"

static bool passes_by(const struct heap *heap, DWORD flags)
{
	return ((heap->options | flags) & HEAP_NO_SERIALIZE) != 0;
}

void heap_enter(struct heap *heap, DWORD flags, enum heap_use use)
{
	if (alteration != NOT_ALTERED)
		altered_enter(heap, flags, use);
	else if (!passes_by(heap, flags))
		pthread_mutex_lock(&heap->lock);
}

bool heap_leave(struct heap *heap, DWORD flags, enum heap_use use)
{
	if (alteration != NOT_ALTERED)
		return altered_leave(heap, flags, use);
	return passes_by(heap, flags) || pthread_mutex_unlock(&heap->lock) == 0;
}
