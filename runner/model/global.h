/* SPDX-License-Identifier: MIT */
/* What global and local memory is made of; global-altered.c is what mutants and variants make of
 * it. */
#ifndef HEAPKIT_MODEL_GLOBAL_H
#define HEAPKIT_MODEL_GLOBAL_H

#include <stdbool.h>

#include "win32.h"

enum family { GLOBAL, LOCAL };

struct request {
	enum family family;
	bool is_movable;
	bool is_zeroed;
	SIZE_T size;
};

/* Blocks of the process heap; NULL, with the last error, where it has no memory for it. */
void *global_take(const struct request *request);
void *global_resize(void *memory, DWORD flags, SIZE_T size);

/* These answer false, or ~0, for what is no block. */
bool global_give(void *memory);
SIZE_T global_size(void *memory);

/* What a call returns, after a success. */
void *alter_released(enum family family, void *handle, bool is_movable);
void *alter_released_null(enum family family);
SIZE_T alter_global_size(enum family family, bool is_movable, SIZE_T size);

#endif
