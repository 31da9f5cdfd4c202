/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-06", "a too small buffer may end where inaccessible memory begins: the call returns")
{
	/* A multiple of every page size, so that the border lies between two pages anywhere. */
	enum { HALF = 0x10000 };
	static struct heap_list list;
	unsigned char *const pages = make_pages(2 * HALF, PAGE_READWRITE);
	HANDLE *const border = (HANDLE *)(pages + HALF);
	DWORD protection;

	require(VirtualProtect(border, HALF, PAGE_NOACCESS, &protection));
	create_heaps(3);
	full_list(&list);
	for (DWORD k = 1; k < list.count; k++) {
		where("NumberOfHeaps", k);
		ck_assert_uint_ge(GetProcessHeaps(k, border - k), 1);
	}
}
