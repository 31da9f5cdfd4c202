/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static unsigned left;
static BOOL again;

void heapkit_runs_open(unsigned most)
{
	left = most;
	again = TRUE;
}

BOOL heapkit_runs_next(void)
{
	if (!again)
		return FALSE;
	if (left-- == 0)
		heapkit_broken_because("every run was void: a heap of somebody else came or went");
	again = FALSE;
	return TRUE;
}

void heapkit_void_run(void)
{
	again = TRUE;
}
