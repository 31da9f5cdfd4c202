/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#ifdef _WIN64
#define IMPOSSIBLE ((SIZE_T)1 << 60)
#else
#define IMPOSSIBLE ((SIZE_T)0xF0000000)
#endif

/* What a failed creation would add is a stranger's heap to an attempt, which would be void. */
enum { FAILURES = 50 /* more than the heaps that others may make meanwhile */ };

static void fail_to_create(void)
{
	if (HeapCreate(0, IMPOSSIBLE, 0))
		skip("an initial size larger than any address space is accepted here");
}

CASE("HDS-13", "a HeapCreate that fails adds nothing to the list of heaps")
{
	static struct heap_list after;
	const DWORD total = GetProcessHeaps(0, NULL);

	for (int i = 0; i < FAILURES; i++)
		fail_to_create();
	ck_assert_uint_lt(GetProcessHeaps(0, NULL), total + FAILURES);
	create_heaps(3);
	attempt (list) {
		fail_to_create();
		ck_assert_uint_eq(GetProcessHeaps(0, NULL), list->count);
		full_list(&after);
		ck_assert_same_heaps(&after, list);
	}
}
