/* SPDX-License-Identifier: MIT */
/* What the reference program includes, read once for all its mutants. */
#include <tchar.h>
#include <windows.h>

#include <intsafe.h>
