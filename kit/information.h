/* SPDX-License-Identifier: MIT */
/* The class of information that says how a heap serves small blocks (class 0). */
#ifndef HEAPKIT_INFORMATION_H
#define HEAPKIT_INFORMATION_H

enum { PLAIN_HEAP = 0, LOOK_ASIDE_LISTS = 1, LOW_FRAGMENTATION = 2 };

/* HeapCompatibilityInformation of a heap; required to be told. */
ULONG heap_compatibility(HANDLE heap);

/* Sets it; returns what HeapSetInformation returned. */
BOOL set_heap_compatibility(HANDLE heap, ULONG value);

#endif
