/* SPDX-License-Identifier: MIT */
/*
 * Who is alive of what a test started, however far it went: in a session or group of its own, with
 * another parent, under another name. A variable of the environment tells them apart.
 */
#ifndef HEAPKIT_MARKED_H
#define HEAPKIT_MARKED_H

#include <stdbool.h>
#include <stddef.h>

/* What is started from now on bears a new mark. */
void marked_begin(void);

/* How many processes bear the mark, zombies not counted; their command lines into `names`. */
size_t marked_alive(char *names, size_t size);

/* Waits until none does, reaping what this process adopted. Returns the time that took, or a
 * negative number where one is still alive at the end of it. Milliseconds. */
double marked_wait(unsigned milliseconds);

#endif
