/* SPDX-License-Identifier: MIT */
#include "canary.h"

CANARY("status 42")
{
	ExitProcess(42);
}
