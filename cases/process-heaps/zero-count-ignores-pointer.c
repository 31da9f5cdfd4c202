/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-41", "NumberOfHeaps 0 returns the total even with the address of inaccessible memory")
{
	HANDLE *const nowhere = make_pages(0x1000, PAGE_NOACCESS);

	attempt (list)
		ck_assert_uint_eq(GetProcessHeaps(0, nowhere), list->count);
}
