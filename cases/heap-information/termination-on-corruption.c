/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HQS-12", "termination on corruption can be turned on for the process")
{
	ck_assert(HeapSetInformation(NULL, HeapEnableTerminationOnCorruption, NULL, 0));
}
