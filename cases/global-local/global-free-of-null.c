/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GLB-11", "GlobalFree of NULL returns NULL")
{
	ck_assert_ptr_null(GlobalFree(NULL));
}
