/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

HANDLE make_event(BOOL manual_reset)
{
	const HANDLE event = CreateEventA(NULL, manual_reset, FALSE, NULL);

	require(event != NULL);
	return event;
}
