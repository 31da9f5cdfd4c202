/* SPDX-License-Identifier: MIT */
/* Handlers that a program registers for all exceptions of all its threads. */
#ifndef HEAPKIT_MODEL_VECTORED_H
#define HEAPKIT_MODEL_VECTORED_H

#include "win32.h"

/* What exception handlers get. */
struct exception_pointers {
	struct exception_record *record;
	void *context;
};

enum { CONTINUE_EXECUTION = -1, CONTINUE_SEARCH = 0 };

/* Asks them one after the other, until one wants to go on where the exception was. */
int32_t ask_vectored_handlers(struct exception_pointers *pointers);

#endif
