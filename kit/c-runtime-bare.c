/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

bool has_c_runtime(void)
{
	return false;
}

const char *heap_of_c_runtime(void)
{
	skip("there is no C runtime in a bare program");
}
