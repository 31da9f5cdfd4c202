/* SPDX-License-Identifier: MIT */
#ifndef HEAPKIT_FIND_PROGRAM_H
#define HEAPKIT_FIND_PROGRAM_H

#include <stdbool.h>

#include "error.h"

/*
 * The absolute path of a command's first word, links followed: looked up on the PATH where it has
 * no slash. The caller frees it. NULL, and an error that says what is wrong, where there is no such
 * file or it cannot be executed.
 */
char *find_program(const char *word, struct error *error);

#endif
