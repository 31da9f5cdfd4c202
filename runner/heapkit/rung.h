/* SPDX-License-Identifier: MIT */
/*
 * Rungs: the steps of the ladder a young implementation climbs, defined by the functions a program
 * imports. A case stands on the highest rung among its imports.
 */
#ifndef HEAPKIT_RUNG_H
#define HEAPKIT_RUNG_H

#include "pe.h"

enum { RUNG_COUNT = 11 };

/* 0 to RUNG_COUNT - 1. */
unsigned rung_of(const struct pe *pe);

/* "starts and exits", "prints", … ; rung 0: "nothing yet". */
const char *rung_name(unsigned rung);

#endif
