/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const UINT flags[] = {GMEM_FIXED, GMEM_MOVEABLE};

CASE("GLB-08", "GlobalFree of a fixed block and of a movable one returns NULL")
{
	for (unsigned i = 0; i < sizeof flags / sizeof flags[0]; i++) {
		where("flags", flags[i]);
		const HGLOBAL memory = GlobalAlloc(flags[i], 100);

		require(memory != NULL);
		ck_assert_ptr_null(GlobalFree(memory));
	}
}
