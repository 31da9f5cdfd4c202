/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-01", "asked for no handles and given no array, the function counts at least one heap")
{
	ck_assert_uint_ge(GetProcessHeaps(0, NULL), 1);
}
