/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD known, allocations, flags_given;
static HANDLE default_heap, heap_given;
static SIZE_T size_given;

PROGRAM_CASE("REF-25",
	     "allocates the size of the handles once, without flags, from its default heap")
{
	default_heap = create_heap(0, 0, 0);
	for (known = 1; known <= GIVEN_HEAPS; known++) {
		where("heaps", known);
		allocations = 0;
		run_program();
		ck_assert_uint_eq(allocations, 1);
		ck_assert_ptr_eq(heap_given, default_heap);
		ck_assert_uint_eq(flags_given, 0);
		ck_assert_uint_eq(size_given, known * sizeof(HANDLE));
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	return give_heaps(known, room, heaps);
}

/* A heap that the program can know from nowhere else. */
FAULT(HANDLE, GetProcessHeap, (void))
{
	return in_program() ? default_heap : REAL(GetProcessHeap)();
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	if (in_program()) {
		allocations++;
		heap_given = heap;
		flags_given = flags;
		size_given = size;
	}
	return REAL(HeapAlloc)(heap, flags, size);
}
