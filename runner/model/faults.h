/* SPDX-License-Identifier: MIT */
/*
 * Faults of the program, as exceptions: offered to the vectored handlers, to the handler in the
 * unwind data of the entry point, then to the unhandled-exception filter; after that they end the
 * process with their code.
 */
#ifndef HEAPKIT_MODEL_FAULTS_H
#define HEAPKIT_MODEL_FAULTS_H

#include <stdbool.h>

#include "win32.h"

/* Catches faults of the calling thread from here on, also when its stack is exhausted. */
bool faults_begin(void);

/* The end of the calling thread. */
void faults_end(void);

/* Raises an exception that must not be continued. */
void raise_exception(DWORD code) __attribute__((noreturn));

/* Ends the process; the host keeps 8 bits of a status, and a failure stays one. */
void end_process(DWORD status) __attribute__((noreturn));

typedef int32_t(WINAPI *exception_filter)(void *pointers);

/* The filter for exceptions that nobody handles; NULL: none. Returns the one before. */
exception_filter set_unhandled_filter(exception_filter filter);

#endif
