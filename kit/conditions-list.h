/* SPDX-License-Identifier: MIT */
/* The conditions a case named so far. Internal to the kit. */
#ifndef HEAPKIT_CONDITIONS_LIST_H
#define HEAPKIT_CONDITIONS_LIST_H

/* Called on the way to a failure; skips where the condition does not hold. */
void heapkit_add_condition(void (*condition)(void));

#endif
