/* SPDX-License-Identifier: MIT */
/* Versions of implementations: "wine-8.0 (Debian 8.0~repack-4)", "wine-10.0-123-gabcdef", "0.6.1". */
#ifndef HEAPKIT_VERSION_H
#define HEAPKIT_VERSION_H

#include <stdbool.h>

#include "error.h"

/*
 * Compares the version numbers in two texts: from the first digit on, numbers between dots and dashes;
 * what follows a space or is no number ("gabcdef", "rc1" sorts before the release) is handled as the
 * comment in version.c says. Returns below, equal to or above 0.
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
