/* SPDX-License-Identifier: MIT */
/* What the program says of itself to the runner; beside it, so the program stays as it is. */
#include "../section.h"

#ifdef _UNICODE
#define SOURCE "reference/program-unicode"
#else
#define SOURCE "reference/program"
#endif

HEAPKIT_DESCRIBE("program", SOURCE, "REF-01 REF-02 REF-03 REF-04",
		 "the reference program lists the heaps of its process");
