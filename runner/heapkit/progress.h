/* SPDX-License-Identifier: MIT */
/* One line on a terminal that says how far a run is; nothing anywhere else. */
#ifndef HEAPKIT_PROGRESS_H
#define HEAPKIT_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* Shows the line, at most twenty times a second. */
void progress_show(size_t done, size_t total, size_t unexpected, const char *what);

/* Takes the line away. */
void progress_clear(void);

/* Whether a stream (1 or 2) takes colour: a terminal that can, NO_COLOR not set. */
bool terminal_has_colour(int stream);

#endif
