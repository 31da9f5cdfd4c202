/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPD-01", "GetProcessHeap returns a handle, not NULL")
{
	ck_assert_ptr_nonnull(GetProcessHeap());
}
