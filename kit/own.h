/* SPDX-License-Identifier: MIT */
/* Which heaps the case itself made or destroyed. Internal to the kit. */
#ifndef HEAPKIT_OWN_H
#define HEAPKIT_OWN_H

#include <windows.h>

/* Whether the case made it, destroyed or not. */
BOOL is_own(HANDLE heap);

/* Whether the case made it and destroyed it. */
BOOL is_destroyed(HANDLE heap);

#endif
