/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

HANDLE heap_snapshot(void)
{
	const HANDLE snapshot =
	    CreateToolhelp32Snapshot(TH32CS_SNAPHEAPLIST, GetCurrentProcessId());

	if (snapshot == INVALID_HANDLE_VALUE && GetLastError() == ERROR_CALL_NOT_IMPLEMENTED)
		unimplemented("heap snapshots");
	require(snapshot != INVALID_HANDLE_VALUE);
	return snapshot;
}
