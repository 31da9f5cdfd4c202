/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("GLB-04", "whether the C runtime allocates from the default heap is recorded")
{
	observe("heap of the runtime", heap_of_c_runtime());
}
