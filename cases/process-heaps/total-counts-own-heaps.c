/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GPH-39", "the total counts every private heap of the program and the process heap")
{
	create_heaps(5);
	ck_assert_uint_ge(GetProcessHeaps(0, NULL), 6);
}
