/* SPDX-License-Identifier: MIT */
/*
 * The launcher: a small 64-bit program of ours (runner/launcher/) that starts a 32-bit program on
 * Wine in place of Wine's start.exe, in a third of its time. Nothing else differs.
 */
#ifndef HEAPKIT_LAUNCHER_H
#define HEAPKIT_LAUNCHER_H

#include <stdbool.h>

#include "error.h"
#include "wine.h"

/*
 * Finds the launcher that the setting `word` names: a file in `folder`, or a path. `*launcher` is
 * its path, to be freed, or NULL: none is wanted (an empty word), a name is not there (nobody
 * built it), or this Wine starts 32-bit programs itself. The error is that a path is not there.
 */
bool launcher_find(const char *word, const char *folder, const struct wine *wine, char **launcher,
		   struct error *error);

/*
 * What Windows calls the file, "Z:\tmp\a.exe"; to be freed. NULL where it would read the path
 * otherwise, or where characters depend on the locale: such a program is left to start.exe.
 */
char *launcher_word(const char *path);

#endif
