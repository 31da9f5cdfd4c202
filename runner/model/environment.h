/* SPDX-License-Identifier: MIT */
/*
 * What programs find around their heaps: segment heaps, page heap, a debugger, flags of the
 * process. In the variants that have one of these, whatever a requirement states of other heaps
 * only is done differently, so that a case which does not ask for its condition fails.
 */
#ifndef HEAPKIT_MODEL_ENVIRONMENT_H
#define HEAPKIT_MODEL_ENVIRONMENT_H

#include <stdbool.h>

#include "win32.h"

/* Puts into the process environment block what the variant has: ENV-02. */
void environment_begin(void);

/* What a new heap carries two pointers from its start: ENV-06. */
DWORD heap_signature(void);

/* Neither a segment heap nor page heap. */
bool has_nt_heaps(void);

/* A debugger, flags of the process that check heaps, or page heap. */
bool has_checked_heaps(void);

/* Whether requirements about NT heaps that nobody checks say nothing here. */
bool is_unusual_environment(void);

#endif
