/* SPDX-License-Identifier: MIT */
/*
 * Canaries: programs that show what can be believed of an implementation before anything is judged.
 * The title is what the runner must see: `status N` or `text WORD`.
 */
#ifndef HEAPKIT_CANARY_H
#define HEAPKIT_CANARY_H

#include <windows.h>

#include "../section.h"

#define CANARY(title_)                                                                             \
	HEAPKIT_DESCRIBE("canary", __FILE__, "", title_);                                          \
	CANARY_ENTRY

#ifdef HEAPKIT_BARE
void start(void);
#define CANARY_ENTRY void start(void)
#else
#define CANARY_ENTRY int main(void)
#endif

#endif
