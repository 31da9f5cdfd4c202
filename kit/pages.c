/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

void *make_pages(SIZE_T size, DWORD protection)
{
	void *pages = VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, protection);

	require(pages != NULL);
	return pages;
}
