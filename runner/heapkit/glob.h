/* SPDX-License-Identifier: MIT */
#ifndef HEAPKIT_GLOB_H
#define HEAPKIT_GLOB_H

#include <stdbool.h>

/* Whether the whole text matches: * any characters (also /), ? one, everything else itself. */
bool glob_match(const char *pattern, const char *text);

#endif
