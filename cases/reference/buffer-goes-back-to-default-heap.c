/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static HANDLE default_heap, heap_given;
static DWORD second_total, frees, flags_given;
static LPVOID buffer;

PROGRAM_CASE("REF-25",
	     "frees its buffer once, without flags, to its heap, whatever the second call returns")
{
	default_heap = create_heap(0, 0, 0);
	for (second_total = 0; second_total <= GIVEN_HEAPS + 1; second_total++) {
		where("heaps on the second call", second_total);
		frees = 0;
		run_program();
		ck_assert_ptr_nonnull(buffer);
		ck_assert_uint_eq(frees, 1);
		ck_assert_ptr_eq(heap_given, default_heap);
		ck_assert_uint_eq(flags_given, 0);
	}
}

FAULT(DWORD, GetProcessHeaps, (DWORD room, PHANDLE heaps))
{
	const DWORD total = give_heaps(GIVEN_HEAPS, room, heaps);

	return room ? second_total : total;
}

/* A heap that the program can know from nowhere else. */
FAULT(HANDLE, GetProcessHeap, (void))
{
	return in_program() ? default_heap : REAL(GetProcessHeap)();
}

FAULT(LPVOID, HeapAlloc, (HANDLE heap, DWORD flags, SIZE_T size))
{
	const LPVOID block = REAL(HeapAlloc)(heap, flags, size);

	if (in_program())
		buffer = block;
	return block;
}

FAULT(BOOL, HeapFree, (HANDLE heap, DWORD flags, LPVOID block))
{
	if (in_program() && block == buffer) {
		frees++;
		heap_given = heap;
		flags_given = flags;
	}
	return REAL(HeapFree)(heap, flags, block);
}
