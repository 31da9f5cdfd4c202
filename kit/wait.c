/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { PATIENCE = 10000 /* ms: a slow implementation may pass, a deadlock must end */ };

void wait_for(HANDLE handle)
{
	require(WaitForSingleObject(handle, PATIENCE) == WAIT_OBJECT_0);
}
