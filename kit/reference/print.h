/* SPDX-License-Identifier: MIT */
#ifndef PRINT_H
#define PRINT_H

#include <windows.h>

/*
 * Prints a line on stdout. The format may hold %d (the next value, signed decimal) and %#p (the
 * next value as an address, the way Microsoft's C runtimes print it: 0X and all digits of the width
 * in capitals); nothing else. `values` has as many as the format asks for. Text of more than 127
 * characters is cut.
 */
void print_line(LPCTSTR format, const LONGLONG *values);

#endif
