/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const UINT flags[] = {LMEM_FIXED, LMEM_MOVEABLE};

CASE("GLB-08", "LocalFree of a fixed block, of a movable one and of NULL returns NULL")
{
	for (unsigned i = 0; i < sizeof flags / sizeof flags[0]; i++) {
		where("flags", flags[i]);
		const HLOCAL memory = LocalAlloc(flags[i], 100);

		require(memory != NULL);
		ck_assert_ptr_null(LocalFree(memory));
	}
	where("memory", "NULL");
	ck_assert_ptr_null(LocalFree(NULL));
}
