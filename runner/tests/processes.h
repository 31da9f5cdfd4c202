/* SPDX-License-Identifier: MIT */
/* What /proc tells of processes that tests look at from outside. */
#ifndef HEAPKIT_PROCESSES_H
#define HEAPKIT_PROCESSES_H

#include <stdbool.h>
#include <stddef.h>

/* A file of a process, for example "cmdline", whose words end with NUL each. Returns how many bytes
 * `bytes` holds; 0: the process is gone, or not ours to look at. */
size_t process_read(int process, const char *name, char *bytes, size_t room);

/* Returns how many children of the process `children` holds. */
size_t process_children(int process, int *children, size_t room);

/* Whether it is a lane of heapkit: a runner has other children between fork and exec, and at its
 * end under a sanitizer. */
bool process_is_lane(int process);

#endif
