/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

SIZE_T reservation_size(const void *address)
{
	MEMORY_BASIC_INFORMATION region;
	const void *start;
	SIZE_T size = 0;

	if (!VirtualQuery(address, &region, sizeof region) || region.State == MEM_FREE)
		return 0;
	start = region.AllocationBase;
	while (VirtualQuery((const char *)start + size, &region, sizeof region) &&
	       region.State != MEM_FREE && region.AllocationBase == start)
		size += region.RegionSize;
	return size;
}
