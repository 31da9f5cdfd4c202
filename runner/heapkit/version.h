/* SPDX-License-Identifier: MIT */
/* Versions of implementations: "wine-8.0 (Debian 8.0~repack-4)", "wine-10.0-123-gabcdef". */
#ifndef HEAPKIT_VERSION_H
#define HEAPKIT_VERSION_H

#include <stdbool.h>

#include "error.h"

/*
 * Compares the versions in two texts: the release numbers, then whether it is before the release
 * ("rc2") or so many commits behind it. The comment in version.c says where a version begins and
 * ends, and what a text without one is. Returns below, equal to or above 0.
 */
int version_compare(const char *a, const char *b);

/*
 * Whether the version lies in the range: conditions separated by spaces, all of which must hold:
 * ">=8.0 <11", "<10.0", "8.0" (equal). An empty range holds for every version.
 */
bool version_matches(const char *range, const char *version);

/* Whether the range can be understood; sets an error that says what is wrong with it. */
bool version_check_range(const char *range, struct error *error);

#endif
