/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { PATIENCE = 10000 /* ms: a slow implementation may pass, a deadlock must end */ };

void wait_for(HANDLE handle)
{
	require(WaitForSingleObject(handle, PATIENCE) == WAIT_OBJECT_0);
}

void heapkit_check_waits(const struct heapkit_site *site, HANDLE handle)
{
	if (WaitForSingleObject(handle, PATIENCE_TO_WAIT) != WAIT_TIMEOUT)
		heapkit_failed(site, "it went on", "to wait");
}

void heapkit_check_goes_on(const struct heapkit_site *site, HANDLE handle)
{
	if (WaitForSingleObject(handle, PATIENCE) != WAIT_OBJECT_0)
		heapkit_failed(site, "still waiting after 10 s", "to go on");
}
