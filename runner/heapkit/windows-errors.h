/* SPDX-License-Identifier: MIT */
/* Why Windows did not start a program, in words. */
#ifndef HEAPKIT_WINDOWS_ERRORS_H
#define HEAPKIT_WINDOWS_ERRORS_H

#include <stdint.h>

/* "it needs elevation (error 740)"; "error 4711" where that has no words here. The caller frees it.
 */
char *windows_start_error(uint64_t code);

#endif
