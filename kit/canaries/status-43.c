/* SPDX-License-Identifier: MIT */
#include "canary.h"

CANARY("status 43")
{
	ExitProcess(43);
}
