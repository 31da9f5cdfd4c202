/* SPDX-License-Identifier: MIT */
/* The lock of a heap: HLK-01 to HLK-08, HCR-21, HAL-11. */
#include "heap.h"

static bool passes_by(const struct heap *heap, DWORD flags)
{
	return ((heap->options | flags) & HEAP_NO_SERIALIZE) != 0;
}

void heap_enter(struct heap *heap, DWORD flags, enum heap_use use)
{
	(void)use;
	if (!passes_by(heap, flags))
		pthread_mutex_lock(&heap->lock);
}

bool heap_leave(struct heap *heap, DWORD flags, enum heap_use use)
{
	(void)use;
	return passes_by(heap, flags) || pthread_mutex_unlock(&heap->lock) == 0;
}
