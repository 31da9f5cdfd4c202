/* SPDX-License-Identifier: MIT */
/* What a case includes, read once for all cases that are built with a mutant of the SDK. */
#include "../../kit/heapkit.h"
