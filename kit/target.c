/* SPDX-License-Identifier: MIT */
/* Which target a case was linked for: the only object that is compiled for each. */
#include "section.h"

HEAPKIT_DESCRIBE_TARGET;
