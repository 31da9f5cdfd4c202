/* SPDX-License-Identifier: MIT */
/*
 * Rungs: the steps of the ladder a young implementation climbs, defined by the functions a program
 * imports. A case stands on the highest rung among its imports.
 */
#ifndef HEAPKIT_RUNG_H
#define HEAPKIT_RUNG_H

#include <stdbool.h>

#include "pe.h"

enum { RUNG_COUNT = 11 };

/* 0 to RUNG_COUNT - 1. */
unsigned rung_of(const struct pe *pe);

/* The same of names; `imports` may be NULL where `count` is 0. */
unsigned rung_of_imports(const char *const *imports, size_t count);

/* Whether the imports are those of a program with a C runtime, which looks functions up itself. */
bool rung_is_hosted(const char *const *imports, size_t count);

/* The rung of a function in such a program or another; 0: it is needed on several, or unknown. */
unsigned rung_of_function(const char *name, bool hosted);

/* "starts and exits", "prints", … ; rung 0: "nothing yet". */
const char *rung_name(unsigned rung);

#endif
