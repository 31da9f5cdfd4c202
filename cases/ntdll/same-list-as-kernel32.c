/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static BOOL same_order(const struct heap_list *a, const struct heap_list *b)
{
	for (DWORD i = 0; i < a->count && i < b->count; i++)
		if (a->heaps[i] != b->heaps[i])
			return FALSE;
	return a->count == b->count;
}

CASE("NTD-02", "reports whether RtlGetProcessHeaps and GetProcessHeaps give the same list")
{
	static struct heap_list listed;

	create_heaps(3);
	const struct heap_list *list = stable_list();

	rtl_full_list(&listed);
	observe("same heaps", same_heaps(&listed, list) ? "yes" : "no");
	observe("same order", same_order(&listed, list) ? "yes" : "no");
}
