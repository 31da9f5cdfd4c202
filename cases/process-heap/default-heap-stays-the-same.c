/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { CALLS = 100 };

CASE("GPD-02", "every call of GetProcessHeap returns the same handle")
{
	const HANDLE heap = GetProcessHeap();

	for (int call = 2; call <= CALLS; call++) {
		where("call", call);
		ck_assert_ptr_eq(GetProcessHeap(), heap);
	}
}
